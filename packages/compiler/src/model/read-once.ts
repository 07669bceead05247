/**
 * Syntax trees and models never change, and several phases ask the same of them: what was read off a node is kept as long
 * as the node is.
 */
export function readOnce<Node extends object, Value>(read: (node: Node) => Value): (node: Node) => Value {
  const known = new WeakMap<Node, Value>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const value = read(node);
    known.set(node, value);
    return value;
  };
}

/** Nodes never change, and each is read for every subgraph: what was read off one is kept as long as the node is. */
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

import type { AnyNode } from 'acorn';
import type { NodePath, Rule } from './rule.ts';
import { ancestor } from './rule.ts';

/**
 * `no-disallowed-re-assignment`: the first parameter of a function declaration named `request` or `response`
 * and its first-level properties are read-only. Deeper writes, such as `ctx.stash.k = v`, are fine.
 */
export const readonlyContextRule: Rule = {
  name: 'no-disallowed-re-assignment',
  kinds: ['Identifier'],
  visit(node, path, { resolve, report }) {
    if (node.type !== 'Identifier') return;
    const binding = resolve(node.name, path);
    if (binding?.kind !== 'parameter' || binding.owner.type !== 'FunctionDeclaration') return;
    const { id, params } = binding.owner;
    if (id?.name !== 'request' && id?.name !== 'response') return;
    const [first] = params;
    if (first?.type !== 'Identifier' || first.name !== node.name || first === node) return;

    if (isWriteTarget(node, path)) {
      report(node, `${node.name} is readonly and re-assignment is not supported.`);
      return;
    }
    const member = ancestor(path, 1);
    if (member?.type !== 'MemberExpression' || member.object !== node) return;
    if (!isModified(member, ancestor(path, 2))) return;
    const name = propertyName(member.property);
    report(
      member,
      name === undefined
        ? `${node.name} is readonly adding/modifying properties is not supported.`
        : `${node.name} is readonly. Adding/Updating ${name} is not supported.`,
    );
  },
};

function isModified(target: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === target;
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}

/** True for `x = 1`, `x += 1`, `[x] = list`, `({ a: x } = map)`, `for (x of list)`. */
function isWriteTarget(node: AnyNode, path: NodePath): boolean {
  let target = node;
  for (let distance = 1; ; distance += 1) {
    const parent = ancestor(path, distance);
    switch (parent?.type) {
      case 'Property':
        if (parent.value !== target) return false;
        break;
      case 'AssignmentPattern':
        if (parent.left !== target) return false;
        break;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
        break;
      case 'UnaryExpression':
        return false;
      default:
        return isModified(target, parent);
    }
    target = parent;
  }
}

function propertyName(property: AnyNode): string | undefined {
  switch (property.type) {
    case 'Identifier':
      return property.name;
    case 'Literal':
      return String(property.value);
    case 'MemberExpression':
      return propertyName(property.property);
    default:
      return undefined;
  }
}

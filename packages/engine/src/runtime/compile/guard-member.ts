import type { AnyNode, MemberExpression } from 'acorn';
import type { ResolveName } from '../check/bindings.ts';
import { isLackingMember } from '../sandbox/built-ins.ts';
import type { SourceEdits } from './source-edits.ts';

export interface MemberPlace {
  readonly node: MemberExpression;
  readonly path: readonly AnyNode[];
  readonly resolve: ResolveName;
  readonly code: string;
  readonly support: string;
}

/**
 * `value.at(0)` becomes `support.method(value, "at")(0)`: own properties are found, inherited ones that
 * AppSync lacks are not, also on values that come from the engine's realm. Optional chains stay as they are.
 */
export function guardMember(edits: SourceEdits, { node, path, resolve, code, support }: MemberPlace): void {
  const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : literalName(node);
  if (name === undefined || !isLackingMember(name) || isOptionalChain(node)) return;
  const root = rootIdentifier(node);
  const binding = root === undefined ? undefined : resolve(root, path);
  if (root !== undefined && (binding === undefined || binding.kind === 'import') && name !== 'constructor')
    return;
  const parent = path.at(-2);
  if (isWritten(node, parent)) return;
  const isCallee = parent?.type === 'CallExpression' && parent.callee === node;
  const accessor = code.lastIndexOf(node.computed ? '[' : '.', node.property.start);
  edits.open(node.start, `${support}.${isCallee ? 'method' : 'member'}(`);
  edits.replace({ start: accessor, end: node.end }, `, ${JSON.stringify(name)})`);
}

function literalName(node: MemberExpression): string | undefined {
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined;
}

function isOptionalChain(node: AnyNode): boolean {
  if (node.type === 'CallExpression') return node.optional || isOptionalChain(node.callee);
  if (node.type === 'MemberExpression') return node.optional || isOptionalChain(node.object);
  return false;
}

function rootIdentifier(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? rootIdentifier(node.object) : undefined;
}

function isWritten(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'Property':
      return parent.value === node;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ArrayPattern':
    case 'RestElement':
    case 'TaggedTemplateExpression':
      return true;
    default:
      return false;
  }
}

import type { AnyNode } from 'acorn';
import type { NodePath, RuleContext } from './rule.ts';

/** What syntax tells about a value. AWS's type check knows more; what it sees as `any` is `unknown` here too. */
export type ValueKind = 'array' | 'object' | 'string' | 'date' | 'unknown';

/** The global constructors whose static methods the rules know. */
const GLOBAL_NAMES: ReadonlySet<string> = new Set(['Array', 'Object', 'String']);

const STRING_RESULTS: ReadonlySet<string> = new Set([
  'toLowerCase',
  'toUpperCase',
  'trim',
  'join',
  'replace',
  'replaceAll',
]);

/** How far constant declarations are followed (`const a = b; const b = []`). */
const MAX_STEPS = 5;

export function valueKind(node: AnyNode, path: NodePath, context: RuleContext, steps = 0): ValueKind {
  switch (node.type) {
    case 'ArrayExpression':
      return 'array';
    case 'ObjectExpression':
      return 'object';
    case 'TemplateLiteral':
      return 'string';
    case 'Literal':
      return typeof node.value === 'string' ? 'string' : 'unknown';
    case 'ParenthesizedExpression':
      return valueKind(node.expression, path, context, steps);
    case 'NewExpression':
      return isGlobal(node.callee, 'Date', path, context) ? 'date' : 'unknown';
    case 'CallExpression':
      return callKind(node.callee, path, context);
    case 'Identifier': {
      const binding = context.resolve(node.name, path);
      if (binding?.kind !== 'variable' || binding.init === undefined || steps >= MAX_STEPS) return 'unknown';
      return valueKind(binding.init, path, context, steps + 1);
    }
    default:
      return 'unknown';
  }
}

/** The global constructor that the node names, unless the module declares that name itself. */
export function globalConstructor(node: AnyNode, path: NodePath, context: RuleContext): string | undefined {
  if (node.type !== 'Identifier' || !GLOBAL_NAMES.has(node.name)) return undefined;
  return context.resolve(node.name, path) === undefined ? node.name : undefined;
}

function isGlobal(node: AnyNode, name: string, path: NodePath, context: RuleContext): boolean {
  return node.type === 'Identifier' && node.name === name && context.resolve(name, path) === undefined;
}

function callKind(callee: AnyNode, path: NodePath, context: RuleContext): ValueKind {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return 'unknown';
  const method = callee.property.name;
  if (globalConstructor(callee.object, path, context) === 'Object') {
    return method === 'keys' || method === 'entries' || method === 'values' ? 'array' : 'unknown';
  }
  if (method === 'split' || method === 'flatMap') return 'array';
  return STRING_RESULTS.has(method) ? 'string' : 'unknown';
}

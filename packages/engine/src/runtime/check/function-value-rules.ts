/** Rules 20 to 22 of the plugin: functions are called or handed to array methods, and nothing else. */
import type { AnyNode } from 'acorn';
import { isFunctionNode } from './bindings.ts';
import type { NodePath, Rule, RuleContext } from './rule.ts';

/** Methods of arrays that take a callback. `sort` is not among them: it takes no comparator on AppSync. */
const CALLBACK_METHODS: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'some',
]);

const functionPassingRule: Rule = {
  name: 'no-function-passing',
  kinds: ['CallExpression'],
  visit(node, path, context) {
    if (node.type !== 'CallExpression') return;
    if (!node.arguments.some((argument) => isFunctionValue(argument, path, context))) return;
    const { callee } = node;
    const takesCallback =
      callee.type === 'MemberExpression' &&
      callee.property.type === 'Identifier' &&
      !callee.computed &&
      CALLBACK_METHODS.has(callee.property.name);
    if (!takesCallback) context.report(node, 'Functions can not be passed as an argument');
  },
};

const functionReassignRule: Rule = {
  name: 'no-function-reassign',
  kinds: ['VariableDeclarator', 'AssignmentExpression'],
  visit(node, path, context) {
    const value =
      node.type === 'VariableDeclarator'
        ? node.init
        : node.type === 'AssignmentExpression' && node.operator === '='
          ? node.right
          : null;
    if (value?.type !== 'Identifier' || !isFunctionValue(value, path, context)) return;
    context.report(node, 're-assigning function is not allowed');
  },
};

const functionReturnRule: Rule = {
  name: 'no-function-return',
  kinds: ['ReturnStatement', 'ArrowFunctionExpression'],
  visit(node, path, context) {
    const value =
      node.type === 'ReturnStatement'
        ? node.argument
        : node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement'
          ? node.body
          : null;
    if (value && isFunctionValue(value, path, context)) {
      context.report(node, 'returning a function is not allowed');
    }
  },
};

export const functionValueRules: readonly Rule[] = [
  functionPassingRule,
  functionReassignRule,
  functionReturnRule,
];

function isFunctionValue(value: AnyNode, path: NodePath, context: RuleContext): boolean {
  if (isFunctionNode(value)) return true;
  return value.type === 'Identifier' && context.resolve(value.name, path)?.kind === 'function';
}

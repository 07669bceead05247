/** The restrictions that one node alone decides: the `base` rules of AWS's ESLint plugin, and its gaps. */
import type { AnyNode } from 'acorn';
import type { Rule } from './rule.ts';

interface SyntaxRule {
  readonly name: string;
  /** The fault's message; undefined when the node is allowed. */
  readonly message: (node: AnyNode) => string | undefined;
}

/** Messages as in @aws-appsync/eslint-plugin 2.0.2. */
const pluginRules: readonly SyntaxRule[] = [
  {
    name: 'no-async',
    message: (node) => ('async' in node && node.async ? 'Async functions are not supported.' : undefined),
  },
  {
    name: 'no-await',
    message: (node) =>
      node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)
        ? 'The `await` keyword is not supported'
        : undefined,
  },
  { name: 'no-classes', message: on('ClassDeclaration', 'Class declarations are not supported.') },
  { name: 'no-for', message: on('ForStatement', 'For statements are not supported.') },
  { name: 'no-continue', message: on('ContinueStatement', 'Continue statements are not supported') },
  {
    name: 'no-generators',
    message: (node) =>
      'generator' in node && node.generator ? 'Generator functions are not supported.' : undefined,
  },
  { name: 'no-yield', message: on('YieldExpression', 'Yield statements are not supported') },
  { name: 'no-labels', message: on('LabeledStatement', 'Labeled statements are not supported.') },
  {
    name: 'no-regex',
    message: (node) =>
      node.type === 'Literal' && node.regex ? 'Regex literals are not supported.' : undefined,
  },
  { name: 'no-this', message: on('ThisExpression', 'This expressions are not supported.') },
  { name: 'no-try', message: on('TryStatement', 'Try statements are not supported.') },
  { name: 'no-while', message: on('WhileStatement', 'While statements are not supported.') },
  { name: 'no-while', message: on('DoWhileStatement', 'do...while statements are not supported.') },
  {
    name: 'no-disallowed-unary-operators',
    message: (node) =>
      node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === '~')
        ? `The operator ${node.operator} is not supported`
        : undefined,
  },
  {
    name: 'no-disallowed-binary-operators',
    message: (node) =>
      node.type === 'BinaryExpression' && node.operator === 'instanceof'
        ? 'The operator instanceof is not supported'
        : undefined,
  },
  {
    name: 'no-promise',
    message: (node) =>
      node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Promise'
        ? 'Promise is not supported'
        : undefined,
  },
  {
    name: 'no-in-operator',
    message: (node) =>
      node.type === 'BinaryExpression' && node.operator === 'in'
        ? 'in operator is not supported. Use Object.hasOwn().'
        : undefined,
  },
];

/**
 * Unsupported by the guide ("Supported runtime features") without a rule in the plugin.
 * Differs or unconfirmed: the service refuses these in its transpiler; its texts are not published.
 */
const serviceRules: readonly SyntaxRule[] = [
  {
    name: 'no-throw',
    message: on('ThrowStatement', 'Throw statements are not supported. Use util.error().'),
  },
  { name: 'no-class-expressions', message: on('ClassExpression', 'Class expressions are not supported.') },
  { name: 'no-dynamic-import', message: on('ImportExpression', 'Dynamic imports are not supported.') },
  { name: 'no-meta-properties', message: on('MetaProperty', 'Meta properties are not supported.') },
  {
    name: 'no-accessors',
    message: (node) =>
      node.type === 'Property' && node.kind !== 'init' ? 'Getters and setters are not supported.' : undefined,
  },
];

export const syntaxRules: readonly Rule[] = [...pluginRules, ...serviceRules].map(({ name, message }) => ({
  name,
  visit(node, _path, { report }) {
    const text = message(node);
    if (text !== undefined) report(node, text);
  },
}));

function on(type: AnyNode['type'], text: string): SyntaxRule['message'] {
  return (node) => (node.type === type ? text : undefined);
}

/** The restrictions that one node alone decides: the `base` rules of AWS's ESLint plugin, and its gaps. */
import type { AnyNode } from 'acorn';
import type { Rule } from './rule.ts';

interface SyntaxRule {
  readonly name: string;
  readonly kinds: Rule['kinds'];
  /** The fault's message; undefined when the node is allowed. */
  readonly message: (node: AnyNode) => string | undefined;
}

const FUNCTIONS: Rule['kinds'] = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Messages as in @aws-appsync/eslint-plugin 2.0.2. */
const pluginRules: readonly SyntaxRule[] = [
  {
    name: 'no-async',
    kinds: FUNCTIONS,
    message: (node) => ('async' in node && node.async ? 'Async functions are not supported.' : undefined),
  },
  {
    name: 'no-await',
    kinds: ['AwaitExpression', 'ForOfStatement'],
    message: (node) =>
      node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)
        ? 'The `await` keyword is not supported'
        : undefined,
  },
  on('ClassDeclaration', 'no-classes', 'Class declarations are not supported.'),
  on('ForStatement', 'no-for', 'For statements are not supported.'),
  on('ContinueStatement', 'no-continue', 'Continue statements are not supported'),
  {
    name: 'no-generators',
    kinds: FUNCTIONS,
    message: (node) =>
      'generator' in node && node.generator ? 'Generator functions are not supported.' : undefined,
  },
  on('YieldExpression', 'no-yield', 'Yield statements are not supported'),
  on('LabeledStatement', 'no-labels', 'Labeled statements are not supported.'),
  {
    name: 'no-regex',
    kinds: ['Literal'],
    message: (node) =>
      node.type === 'Literal' && node.regex ? 'Regex literals are not supported.' : undefined,
  },
  on('ThisExpression', 'no-this', 'This expressions are not supported.'),
  on('TryStatement', 'no-try', 'Try statements are not supported.'),
  on('WhileStatement', 'no-while', 'While statements are not supported.'),
  on('DoWhileStatement', 'no-while', 'do...while statements are not supported.'),
  {
    name: 'no-disallowed-unary-operators',
    kinds: ['UpdateExpression', 'UnaryExpression'],
    message: (node) =>
      node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === '~')
        ? `The operator ${node.operator} is not supported`
        : undefined,
  },
  {
    name: 'no-disallowed-binary-operators',
    kinds: ['BinaryExpression'],
    message: (node) =>
      node.type === 'BinaryExpression' && node.operator === 'instanceof'
        ? 'The operator instanceof is not supported'
        : undefined,
  },
  {
    name: 'no-promise',
    kinds: ['NewExpression'],
    message: (node) =>
      node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Promise'
        ? 'Promise is not supported'
        : undefined,
  },
  {
    name: 'no-in-operator',
    kinds: ['BinaryExpression'],
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
  on('ThrowStatement', 'no-throw', 'Throw statements are not supported. Use util.error().'),
  on('ClassExpression', 'no-class-expressions', 'Class expressions are not supported.'),
  on('ImportExpression', 'no-dynamic-import', 'Dynamic imports are not supported.'),
  on('MetaProperty', 'no-meta-properties', 'Meta properties are not supported.'),
  {
    name: 'no-accessors',
    kinds: ['Property'],
    message: (node) =>
      node.type === 'Property' && node.kind !== 'init' ? 'Getters and setters are not supported.' : undefined,
  },
];

export const syntaxRules: readonly Rule[] = [...pluginRules, ...serviceRules].map(
  ({ name, kinds, message }) => ({
    name,
    kinds,
    visit(node, _path, { report }) {
      const text = message(node);
      if (text !== undefined) report(node, text);
    },
  }),
);

/** A rule that a kind of node breaks by being there. */
function on(kind: AnyNode['type'], name: string, text: string): SyntaxRule {
  return { name, kinds: [kind], message: () => text };
}

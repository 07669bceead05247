/**
 * What the service's type check says about literals: a variable keeps the shape of the literal it starts with, and a
 * list that of its elements (aws-appsync-community issues 276, 334). Only literals are compared, and only at their
 * first level. Differs or unconfirmed: the types in messages are `any` where syntax does not tell more.
 */
import type { AnyNode, CallExpression, ObjectExpression } from 'acorn';
import type { NodePath, Rule, RuleContext } from './rule.ts';

/** A JSDoc type before a declaration or around its value sets the inference aside. */
const JSDOC_TYPE = /@type\s*\{[^*]*\}\s*\*\/\s*(?:(?:let|var|const)\s+[\w$]+\s*=\s*)?\(?$/;

export function literalShapeRules(code: string): readonly Rule[] {
  const initOf = (node: AnyNode, path: NodePath, { resolve }: RuleContext): AnyNode | undefined => {
    const binding = node.type === 'Identifier' ? resolve(node.name, path) : undefined;
    if (binding?.kind !== 'variable' || binding.init === undefined) return undefined;
    return JSDOC_TYPE.test(code.slice(0, binding.init.start)) ? undefined : binding.init;
  };
  const assignment: Rule = {
    name: 'literal-assignment',
    kinds: ['AssignmentExpression'],
    visit(node, path, context) {
      if (node.type !== 'AssignmentExpression' || node.operator !== '=') return;
      const target = initOf(node.left, path, context);
      if (target?.type !== 'ObjectExpression' || node.right.type !== 'ObjectExpression') return;
      const fault = missingProperties(node.right, [target]);
      if (fault !== undefined) context.report(node.left, `error ${fault.code}: ${fault.text}`);
    },
  };
  const push: Rule = {
    name: 'literal-push',
    kinds: ['CallExpression'],
    visit(node, path, context) {
      if (node.type !== 'CallExpression') return;
      const list = pushedList(node);
      const target = list && initOf(list, path, context);
      if (target?.type !== 'ArrayExpression' || target.elements.length === 0) return;
      const elements = target.elements.filter((element) => element?.type === 'ObjectExpression');
      if (elements.length !== target.elements.length) return;
      for (const argument of node.arguments) {
        if (argument.type !== 'ObjectExpression' || !missingProperties(argument, elements)) continue;
        const types = `'${typeText(argument)}' is not assignable to parameter of type '${typeText(elements[0])}'`;
        context.report(argument, `error TS2345: Argument of type ${types}.`);
      }
    },
  };
  return [assignment, push];
}

function pushedList({ callee }: CallExpression): AnyNode | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  return callee.property.type === 'Identifier' && callee.property.name === 'push' ? callee.object : undefined;
}

/** What the literal lacks of the properties that all targets have. */
function missingProperties(
  literal: ObjectExpression,
  targets: readonly ObjectExpression[],
): { readonly code: string; readonly text: string } | undefined {
  const present = propertyNames(literal);
  const [first, ...others] = targets.map(propertyNames);
  if (first === undefined || present === undefined) return undefined;
  const missing = [...first].filter(
    (name) => !present.has(name) && others.every((names) => names?.has(name) === true),
  );
  const types = [typeText(literal), typeText(targets[0])];
  const [only] = missing;
  if (only === undefined) return undefined;
  if (missing.length > 1) {
    const text = `Type '${types[0]}' is missing the following properties from type '${types[1]}': ${missing.join(', ')}`;
    return { code: 'TS2739', text };
  }
  const text = `Property '${only}' is missing in type '${types[0]}' but required in type '${types[1]}'.`;
  return { code: 'TS2741', text };
}

/** @returns undefined when the names can't be told from the literal alone */
function propertyNames(literal: ObjectExpression): Set<string> | undefined {
  const names = literal.properties.map((property) => {
    if (property.type === 'SpreadElement' || property.computed) return undefined;
    return property.key.type === 'Identifier'
      ? property.key.name
      : property.key.type === 'Literal'
        ? String(property.key.value)
        : undefined;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? new Set(known) : undefined;
}

function typeText(node: AnyNode | undefined): string {
  if (node?.type === 'TemplateLiteral') return 'string';
  if (node?.type === 'Literal') return node.value === null ? 'any' : typeof node.value;
  if (node?.type !== 'ObjectExpression') return 'any';
  const members = node.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier'
      ? [`${property.key.name}: ${typeText(property.value)};`]
      : [],
  );
  return members.length === 0 ? '{}' : `{ ${members.join(' ')} }`;
}

/** Whether an expression that gives a module's own map or list is only read where it stands. */
import type { AnyNode, CallExpression, Pattern } from 'acorn';
import type { Binding, ResolveName } from '../../check/bindings.ts';
import { type PossibleValues, contentsOf, isChangeable, membersOf, namedMembers } from './constant-value.ts';

export type Use =
  /** Nothing can be changed, or kept, through this use. */
  | { readonly kind: 'reads' }
  /** Other names for the value, or for its members, whose uses count as well. */
  | { readonly kind: 'names'; readonly aliases: readonly Alias[] }
  | { readonly kind: 'unknown' };

interface Alias {
  readonly alias: Binding;
  readonly values: PossibleValues;
}

const READS: Use = { kind: 'reads' };
const UNKNOWN: Use = { kind: 'unknown' };

/** List methods that change nothing; with the number of parameters before the one that hands a callback the list. */
const READING_METHODS: ReadonlyMap<string, number> = new Map([
  ['concat', 0],
  ['every', 2],
  ['filter', 2],
  ['find', 2],
  ['findIndex', 2],
  ['findLast', 2],
  ['findLastIndex', 2],
  ['flatMap', 2],
  ['forEach', 2],
  ['indexOf', 0],
  ['join', 0],
  ['lastIndexOf', 0],
  ['map', 2],
  ['reduce', 3],
  ['reduceRight', 3],
  ['slice', 0],
  ['some', 2],
]);

/** Functions that change nothing. Those that hand out what they are given are for values without maps and lists inside. */
const READING_FUNCTIONS: ReadonlyMap<string, 'keeps' | 'hands-out'> = new Map([
  ['JSON.stringify', 'keeps'],
  ['Object.entries', 'hands-out'],
  ['Object.hasOwn', 'keeps'],
  ['Object.keys', 'keeps'],
  ['Object.values', 'hands-out'],
]);

/**
 * @param values what the last node of `path` may give
 * @param path from the program to the expression
 */
export function useOf(values: PossibleValues, path: readonly AnyNode[], resolve: ResolveName): Use {
  const node = path.at(-1);
  const parent = path.at(-2);
  const above = path.slice(0, -1);
  if (isWritten(node, parent)) return UNKNOWN;
  if (!values.some(isChangeable)) return READS;
  const holdsPlainValues = !values.flatMap(contentsOf).some(isChangeable);
  switch (parent?.type) {
    case 'MemberExpression': {
      if (parent.object !== node) return READS;
      const call = path.at(-3);
      if (call?.type !== 'CallExpression' || call.callee !== parent) {
        return useOf(membersOf(values, parent), above, resolve);
      }
      return isReadingCall(values, call) && holdsPlainValues ? READS : UNKNOWN;
    }
    case 'LogicalExpression':
      return useOf(values, above, resolve);
    case 'ConditionalExpression':
      return parent.test === node ? READS : useOf(values, above, resolve);
    case 'BinaryExpression':
    case 'IfStatement':
    case 'TemplateLiteral':
    case 'UnaryExpression':
      return READS;
    case 'ForOfStatement':
    case 'SpreadElement':
      return holdsPlainValues ? READS : UNKNOWN;
    case 'CallExpression':
      return isReading(functionEffect(parent, above, resolve), holdsPlainValues) ? READS : UNKNOWN;
    case 'ArrayExpression':
      // `[A, B].flat()`: what is inside moves to a new list.
      return isCallOf('flat', path.at(-3), path.at(-4)) && holdsPlainValues ? READS : UNKNOWN;
    case 'VariableDeclarator':
      return namesOf(parent.id, values, (name) => resolve(name, path));
    default:
      return UNKNOWN;
  }
}

/** `const a = VALUE`, or `const { a, b: c } = VALUE`. */
function namesOf(
  pattern: Pattern,
  values: PossibleValues,
  resolve: (name: string) => Binding | undefined,
): Use {
  if (pattern.type === 'Identifier') return nameOf(resolve(pattern.name), values);
  if (pattern.type !== 'ObjectPattern') return UNKNOWN;
  const uses = pattern.properties.map((property) => {
    if (property.type !== 'Property' || property.computed) return UNKNOWN;
    const { key, value } = property;
    if (key.type !== 'Identifier' || value.type !== 'Identifier') return UNKNOWN;
    return nameOf(resolve(value.name), namedMembers(values, key.name));
  });
  if (uses.some(({ kind }) => kind === 'unknown')) return UNKNOWN;
  return { kind: 'names', aliases: uses.flatMap((use) => (use.kind === 'names' ? use.aliases : [])) };
}

function nameOf(alias: Binding | undefined, values: PossibleValues): Use {
  if (alias?.kind !== 'variable' || !alias.constant) return UNKNOWN;
  return { kind: 'names', aliases: [{ alias, values }] };
}

function isCallOf(method: string, member: AnyNode | undefined, call: AnyNode | undefined): boolean {
  return (
    call?.type === 'CallExpression' &&
    call.callee === member &&
    member?.type === 'MemberExpression' &&
    !member.computed &&
    member.property.type === 'Identifier' &&
    member.property.name === method
  );
}

function isWritten(node: AnyNode | undefined, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
    case 'UpdateExpression':
      return true;
    default:
      return false;
  }
}

function isReadingCall(values: PossibleValues, { callee, arguments: [callback] }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return false;
  const maxParameters = READING_METHODS.get(callee.property.name);
  if (maxParameters === undefined || values.some(({ type }) => type === 'ObjectExpression')) return false;
  if (maxParameters === 0) return true;
  return (
    callback?.type === 'ArrowFunctionExpression' &&
    callback.params.length <= maxParameters &&
    callback.params.every(({ type }) => type === 'Identifier')
  );
}

function isReading(effect: 'keeps' | 'hands-out' | undefined, holdsPlainValues: boolean): boolean {
  return effect === 'keeps' || (effect === 'hands-out' && holdsPlainValues);
}

function functionEffect(call: CallExpression, path: readonly AnyNode[], resolve: ResolveName) {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const { object, property } = callee;
  // A list that is handed to `concat` gives its contents to a new one.
  if (isCallOf('concat', callee, call)) return 'hands-out';
  if (object.type !== 'Identifier' || property.type !== 'Identifier') return undefined;
  if (resolve(object.name, path) !== undefined) return undefined;
  return READING_FUNCTIONS.get(`${object.name}.${property.name}`);
}

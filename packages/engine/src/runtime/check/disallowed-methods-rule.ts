import type { ValueKind } from './value-kind.ts';
import { globalConstructor, valueKind } from './value-kind.ts';
import type { Rule } from './rule.ts';

/** Instance methods that the runtime does not implement; from @aws-appsync/eslint-plugin 2.0.2. */
const INSTANCE_METHODS: Readonly<
  Record<Exclude<ValueKind, 'unknown'>, { owner: string; names: ReadonlySet<string> }>
> = {
  array: {
    owner: 'Array',
    names: new Set('copyWithin entries group groupToMap keys toLocaleString toString values'.split(' ')),
  },
  object: {
    owner: 'Object',
    names: new Set(
      'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf'.split(' '),
    ),
  },
  string: {
    owner: 'String',
    names: new Set(
      'charCodeAt localeCompare matchAll padEnd padStart repeat search toLocaleLowerCase toLocaleUpperCase valueOf'.split(
        ' ',
      ),
    ),
  },
  date: {
    owner: 'Date',
    names: new Set(
      (
        'setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate ' +
        'setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear ' +
        'toGMTString toLocaleDateString toLocaleString toLocaleTimeString'
      ).split(' '),
    ),
  },
};

/**
 * Static methods. The plugin prints the constructor's interface for `Object` and misses those of `Array` and
 * `String` in its list, since it compares with another owner name; the guide leaves them out all the same.
 */
const STATIC_METHODS: Readonly<Record<string, { owner: string; names: ReadonlySet<string> }>> = {
  Array: { owner: 'Array', names: new Set(['from', 'of']) },
  Object: {
    owner: 'ObjectConstructor',
    names: new Set(
      (
        'create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyDescriptors ' +
        'getOwnPropertyNames getOwnPropertySymbols getPrototypeOf hasOwnProperty is isExtensible isFrozen ' +
        'isPrototypeOf isSealed preventExtensions propertyIsEnumerable seal setPrototypeOf toLocaleString ' +
        'toString valueOf'
      ).split(' '),
    ),
  },
  String: { owner: 'String', names: new Set(['fromCharCode', 'fromCodePoint']) },
};

/** `no-disallowed-methods`, as far as the receiver's kind can be seen without type information. */
export const disallowedMethodsRule: Rule = {
  name: 'no-disallowed-methods',
  kinds: ['CallExpression'],
  visit(node, path, context) {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property, computed } = node.callee;
    if (computed || property.type !== 'Identifier') return;
    const constructor = globalConstructor(object, path, context);
    const kind = constructor === undefined ? valueKind(object, path, context) : 'unknown';
    const methods =
      constructor !== undefined
        ? STATIC_METHODS[constructor]
        : kind === 'unknown'
          ? undefined
          : INSTANCE_METHODS[kind];
    if (methods?.names.has(property.name)) {
      context.report(node, `Method ${methods.owner}.${property.name} is not implemented`);
    }
  },
};

/**
 * The built-in objects and methods of the runtime: the guide's allow-list and what is known to work besides.
 * @see AppSync developer guide, "Supported runtime features", "Built-in objects and functions"
 */

export const OBJECT_STATICS: readonly string[] = ['assign', 'entries', 'hasOwn', 'keys', 'values'];
export const NUMBER_STATICS: readonly string[] = ['isFinite', 'isNaN'];
export const STRING_STATICS: readonly string[] = ['raw'];
export const MATH_FUNCTIONS: readonly string[] = ['ceil', 'floor', 'max', 'min', 'round'];

const ARRAY_METHODS: readonly string[] = [
  'concat',
  'every',
  'fill',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flat',
  'flatMap',
  'forEach',
  'indexOf',
  'join',
  'lastIndexOf',
  'length',
  'map',
  'pop',
  'push',
  'reduce',
  'reduceRight',
  'reverse',
  'shift',
  'slice',
  'some',
  'sort',
  'splice',
  'unshift',
];

/** `substring` is not in the guide, but AWS's own samples (aws-appsync-resolver-samples) call it. */
const STRING_METHODS: readonly string[] = [
  'charAt',
  'concat',
  'endsWith',
  'indexOf',
  'lastIndexOf',
  'length',
  'replace',
  'replaceAll',
  'slice',
  'split',
  'startsWith',
  'substring',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'trimEnd',
  'trimStart',
];

/** Prototypes of the values that code can hold, with what stays on them. */
export const PROTOTYPE_MEMBERS: readonly {
  readonly of: 'Array' | 'Boolean' | 'Function' | 'Number' | 'Object' | 'String';
  readonly members: ReadonlySet<string>;
}[] = [
  { of: 'Array', members: new Set([...ARRAY_METHODS, 'toString']) },
  { of: 'Boolean', members: new Set(['toString', 'valueOf']) },
  { of: 'Function', members: new Set(['length', 'name']) },
  { of: 'Number', members: new Set(['toString', 'valueOf']) },
  { of: 'Object', members: new Set(['toString', 'valueOf']) },
  { of: 'String', members: new Set([...STRING_METHODS, 'toString', 'valueOf']) },
];

const PRESENT = new Set([...ARRAY_METHODS, ...STRING_METHODS, 'name']);

/**
 * Members that JavaScript's prototypes have and the runtime lacks, such as `constructor`, `at`, `includes`.
 * `toString` and `valueOf` stay on the prototypes for template literals, but cannot be named.
 *
 * Differs or unconfirmed: the guide's list is taken at its word. `Array.prototype.includes`, `toString` and
 * `toFixed` of numbers are not on it; some reports say that they work on AppSync today.
 */
const LACKING: ReadonlySet<string> = new Set(
  [
    Array.prototype,
    Boolean.prototype,
    Function.prototype,
    Number.prototype,
    Object.prototype,
    String.prototype,
  ]
    .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
    .filter((name) => !PRESENT.has(name) && name !== 'arguments' && name !== 'caller'),
);

export function isLackingMember(name: string): boolean {
  return LACKING.has(name);
}

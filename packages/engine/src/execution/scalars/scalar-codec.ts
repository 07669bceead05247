/** How one scalar reads input and writes output. Faults carry the tail of AppSync's message. */

/** The value does not fit the scalar; `message` is the reason that the client sees. */
export class ScalarFault extends Error {
  override readonly name = 'ScalarFault';
}

export interface ScalarCodec {
  /**
   * A variable's value or the value of a literal, never null.
   * @throws ScalarFault
   */
  parse(value: unknown): unknown;
  /**
   * A resolver's value, never null.
   * @throws ScalarFault
   */
  serialize(value: unknown): unknown;
}

/** The largest and the smallest value of Java's Integer. */
const MAX_JAVA_INTEGER = 2 ** 31 - 1;
const MIN_JAVA_INTEGER = -(2 ** 31);

/** 2^63, the first whole number above Java's Long, whose smallest is the same below zero. */
const JAVA_LONG_RANGE = 2 ** 63;

/** The Java class that AppSync names in its messages for a value. */
export function javaTypeName(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return javaNumberName(value);
  return Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap';
}

/** What Java's JSON parser makes of a number. */
function javaNumberName(value: number): string {
  if (!Number.isInteger(value)) return 'Double';
  if (value >= MIN_JAVA_INTEGER && value <= MAX_JAVA_INTEGER) return 'Integer';
  return value >= -JAVA_LONG_RANGE && value < JAVA_LONG_RANGE ? 'Long' : 'BigInteger';
}

/** The usual fault: another kind of value than the type takes. */
export function unexpectedType(expected: string, value: unknown): ScalarFault {
  return new ScalarFault(`Expected type '${expected}' but was '${javaTypeName(value)}'.`);
}

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

/** The Java class that AppSync names in its messages for a value. */
export function javaTypeName(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap';
}

/** The usual fault: another kind of value than the type takes. */
export function unexpectedType(expected: string, value: unknown): ScalarFault {
  return new ScalarFault(`Expected type '${expected}' but was '${javaTypeName(value)}'.`);
}

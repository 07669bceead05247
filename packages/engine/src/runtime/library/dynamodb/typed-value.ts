/** Plain values to DynamoDB's typed ones, as the service writes them: numbers stay numbers, null is null. */

export type TypedValue = Readonly<Record<string, unknown>>;

/**
 * Strings, numbers, booleans, null, lists and maps; lists never become sets, and functions or undefined become
 * null.
 * @see AppSync developer guide, "DynamoDB helpers in util.dynamodb"
 */
export function toTypedValue(value: unknown): TypedValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: value };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (value === null) return { NULL: null };
      return Array.isArray(value) ? { L: value.map(toTypedValue) } : { M: toTypedMap(value) };
    default:
      return { NULL: null };
  }
}

/** The typed values of a map's entries, without the `M` around them. Entries that are undefined are left out. */
export function toTypedMap(map: object): Record<string, TypedValue> {
  const typed: Record<string, TypedValue> = {};
  for (const [name, value] of Object.entries(map)) {
    if (value !== undefined) typed[name] = toTypedValue(value);
  }
  return typed;
}

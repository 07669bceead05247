/**
 * A value as its argument's type has it, so that it is the same that the field's resolver gets: single values become
 * lists, numbers become identifiers. GraphQL specification, "Input Coercion" of lists and IDs.
 * @param type - as SDL writes it, e.g. `[ID!]!`
 */
export function coerceArgument(value: unknown, type: string): unknown {
  const bare = type.endsWith('!') ? type.slice(0, -1) : type;
  if (value === null || value === undefined) return value;
  if (bare.startsWith('[')) {
    const item = bare.slice(1, -1);
    return Array.isArray(value)
      ? value.map((one: unknown) => coerceArgument(one, item))
      : [coerceArgument(value, item)];
  }
  return bare === 'ID' && typeof value === 'number' ? String(value) : value;
}

/** True for a list, of members still to be checked. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** True for a JSON object: not null, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list, of members still to be checked. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

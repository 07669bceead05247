/** True for any non-null, non-array object: what a handler may pass where a map is expected. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

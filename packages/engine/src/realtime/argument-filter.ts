/** Basic subscription filter: each argument that the document writes is compared with the field of the same name. */
import { isRecord } from '../model/is-record.ts';

/**
 * All arguments must match. A null argument, which is also what an omitted variable is, matches only a field that is
 * null or absent. Scalars are the same when their texts are: `ID` may be 1 on one side and "1" on the other.
 * @param published - the mutation's result, limited to what the mutation selected
 * @see AppSync developer guide, "Real-time data", "Using subscription arguments"
 */
export function matchesArgumentFilter(
  argumentFilter: Readonly<Record<string, unknown>>,
  published: unknown,
): boolean {
  const fields = isRecord(published) ? published : {};
  return Object.entries(argumentFilter).every(([name, expected]) => isSameValue(expected, fields[name]));
}

function isSameValue(expected: unknown, actual: unknown): boolean {
  if (expected === null || expected === undefined) return actual === null || actual === undefined;
  return isScalar(expected) && isScalar(actual) && String(expected) === String(actual);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

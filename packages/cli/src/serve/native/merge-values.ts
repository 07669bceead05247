import { isRecord } from '../../is-record.ts';

/**
 * The value with what it lacks of `found`: members that are absent, lists item by item; what is there stays, null too.
 * Neither argument changes: answers of subgraphs are shared.
 */
export function mergeValues(value: unknown, found: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(found) ? mergeLists(value, found) : value;
  return isRecord(value) && isRecord(found) ? mergeRecords(value, found) : value;
}

function mergeLists(value: readonly unknown[], found: readonly unknown[]): readonly unknown[] {
  const merged = value.map((item, index) => mergeValues(item, found[index]));
  return merged.some((item, index) => item !== value[index]) ? merged : value;
}

function mergeRecords(
  value: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let merged: Record<string, unknown> | undefined;
  for (const [name, from] of Object.entries(found)) {
    const known = value[name];
    const member = Object.hasOwn(value, name) ? mergeValues(known, from) : from;
    if (member === known && Object.hasOwn(value, name)) continue;
    merged ??= { ...value };
    merged[name] = member;
  }
  return merged ?? value;
}

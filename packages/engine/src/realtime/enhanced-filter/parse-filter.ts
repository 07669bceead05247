/** What a resolver gave to `extensions.setSubscriptionFilter`, checked against the limits of enhanced filters. */
import { isRecord } from '../../model/is-record.ts';
import { MAX_FIELD_LEVELS, MAX_FIELDS_PER_ENTRY, MAX_ENTRIES_PER_FILTER_GROUP } from './limits.ts';
import { parseCondition } from './parse-condition.ts';
import type { FilterCondition, SubscriptionFilter } from './subscription-filter.ts';

export type ParsedFilter =
  | { readonly ok: true; readonly filter: SubscriptionFilter }
  | { readonly ok: false; readonly message: string };

/** @see AppSync developer guide, "Defining enhanced subscriptions filters" */
export function parseFilter(input: unknown): ParsedFilter {
  if (!isRecord(input) || !Array.isArray(input.filterGroup) || input.filterGroup.length === 0) {
    return {
      ok: false,
      message: 'A subscription filter needs a list "filterGroup" with at least one entry.',
    };
  }
  const groups: FilterCondition[][] = [];
  let entryCount = 0;
  for (const group of input.filterGroup as readonly unknown[]) {
    const parsed = parseGroup(group);
    if (!parsed.ok) return parsed;
    entryCount += expandedCount(parsed.conditions);
    groups.push(parsed.conditions.filter(({ fieldPath }) => fieldPath.length <= MAX_FIELD_LEVELS));
  }
  if (entryCount > MAX_ENTRIES_PER_FILTER_GROUP) {
    const message =
      `The subscription's filterGroup has ${entryCount} entries, each value of "in" counted as one; ` +
      `AppSync allows ${MAX_ENTRIES_PER_FILTER_GROUP}.`;
    return { ok: false, message };
  }
  return { ok: true, filter: { groups } };
}

type ParsedGroup =
  | { readonly ok: true; readonly conditions: readonly FilterCondition[] }
  | { readonly ok: false; readonly message: string };

function parseGroup(group: unknown): ParsedGroup {
  if (!isRecord(group) || !Array.isArray(group.filters) || group.filters.length === 0) {
    return {
      ok: false,
      message: 'Each entry of "filterGroup" needs a list "filters" with at least one entry.',
    };
  }
  const conditions: FilterCondition[] = [];
  for (const entry of group.filters as readonly unknown[]) {
    const parsed = parseCondition(entry);
    if (!parsed.ok) return parsed;
    conditions.push(parsed.condition);
  }
  return checkFieldCount(conditions);
}

function checkFieldCount(conditions: readonly FilterCondition[]): ParsedGroup {
  const fieldCount = new Set(conditions.map(({ fieldPath }) => fieldPath.join('.'))).size;
  if (fieldCount > MAX_FIELDS_PER_ENTRY) {
    const message = `An entry of the subscription's filterGroup names ${fieldCount} fields; AppSync allows ${MAX_FIELDS_PER_ENTRY}.`;
    return { ok: false, message };
  }
  return { ok: true, conditions };
}

/** AppSync rewrites `a in [1, 2] and b in [3, 4]` as four entries that test for equality. */
function expandedCount(conditions: readonly FilterCondition[]): number {
  return conditions.reduce(
    (count, condition) => (condition.operator === 'in' ? count * condition.values.length : count),
    1,
  );
}

/** What a resolver gave to `extensions.setSubscriptionFilter`, checked against the limits of enhanced filters. */
import { isRecord } from '../../model/is-record.ts';
import { MAX_FIELD_LEVELS, MAX_FIELDS_PER_FILTER_GROUP, MAX_FILTERS_PER_FILTER_GROUP } from './limits.ts';
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
  for (const group of input.filterGroup as readonly unknown[]) {
    const parsed = parseGroup(group);
    if (!parsed.ok) return parsed;
    groups.push(parsed.conditions.filter(({ fieldPath }) => fieldPath.length <= MAX_FIELD_LEVELS));
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
  return checkGroupLimits(conditions);
}

function checkGroupLimits(conditions: readonly FilterCondition[]): ParsedGroup {
  const fieldCount = new Set(conditions.map(({ fieldPath }) => fieldPath.join('.'))).size;
  if (fieldCount > MAX_FIELDS_PER_FILTER_GROUP) {
    const message = `A filter group names ${fieldCount} fields; AppSync allows ${MAX_FIELDS_PER_FILTER_GROUP}.`;
    return { ok: false, message };
  }
  const filterCount = conditions.reduce((count, condition) => count + expandedCount(condition), 0);
  if (filterCount > MAX_FILTERS_PER_FILTER_GROUP) {
    const message =
      `A filter group has ${filterCount} filters, each value of "in" counted; ` +
      `AppSync allows ${MAX_FILTERS_PER_FILTER_GROUP}.`;
    return { ok: false, message };
  }
  return { ok: true, conditions };
}

function expandedCount(condition: FilterCondition): number {
  return condition.operator === 'in' ? condition.values.length : 1;
}

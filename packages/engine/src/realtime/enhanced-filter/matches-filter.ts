/** Decides whether an enhanced filter lets a published object (or the payload of an invalidation) through. */
import { assertNever } from '../../model/assert-never.ts';
import { isRecord } from '../../model/is-record.ts';
import type { FilterCondition, SubscriptionFilter } from './subscription-filter.ts';

/**
 * Groups are alternatives, the conditions of a group must all hold. Values are compared strictly: 1 is not "1".
 * @param published - a list at the top level never passes, as on AppSync
 * @see AppSync developer guide, "Defining enhanced subscriptions filters"
 */
export function matchesFilter({ groups }: SubscriptionFilter, published: unknown): boolean {
  if (!isRecord(published)) return false;
  return groups.some((conditions) => conditions.every((condition) => holds(condition, published)));
}

function holds(condition: FilterCondition, published: Record<string, unknown>): boolean {
  const actual = condition.fieldPath.reduce<unknown>(
    (value, name) => (isRecord(value) ? value[name] : undefined),
    published,
  );
  switch (condition.operator) {
    case 'eq':
      return actual === condition.value;
    case 'ne':
      return actual !== condition.value;
    case 'lt':
      return isOrdered(actual, condition.value, (order) => order < 0);
    case 'le':
      return isOrdered(actual, condition.value, (order) => order <= 0);
    case 'gt':
      return isOrdered(actual, condition.value, (order) => order > 0);
    case 'ge':
      return isOrdered(actual, condition.value, (order) => order >= 0);
    case 'between':
      return (
        isOrdered(actual, condition.low, (order) => order >= 0) &&
        isOrdered(actual, condition.high, (order) => order <= 0)
      );
    case 'contains':
      return contains(actual, condition.value);
    case 'notContains':
      return !contains(actual, condition.value);
    case 'beginsWith':
      return typeof actual === 'string' && actual.startsWith(condition.value);
    case 'in':
      return condition.values.some((value) => value === actual);
    case 'notIn':
      return condition.values.every((value) => value !== actual);
    case 'containsAny':
      return Array.isArray(actual) && condition.values.some((value) => actual.includes(value));
    default:
      return assertNever(condition);
  }
}

/** False for values of different types, and for a field that is null or absent. */
function isOrdered(actual: unknown, expected: string | number, accepts: (order: number) => boolean): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') return accepts(actual - expected);
  if (typeof actual !== 'string' || typeof expected !== 'string') return false;
  return accepts(actual < expected ? -1 : actual > expected ? 1 : 0);
}

function contains(actual: unknown, value: string | number): boolean {
  if (Array.isArray(actual)) return actual.includes(value);
  return typeof actual === 'string' && typeof value === 'string' && actual.includes(value);
}

/** Whether an event reaches a subscription: its enhanced filter where the resolver set one, else its arguments. */
import type { AcceptedSubscription } from '../execution/contract.ts';
import { matchesArgumentFilter } from './argument-filter.ts';
import { matchesFilter } from './enhanced-filter/matches-filter.ts';
import type { ParsedFilter } from './enhanced-filter/parse-filter.ts';
import { parseFilter } from './enhanced-filter/parse-filter.ts';

export interface DeliveryRule {
  accepts(published: unknown): boolean;
  isInvalidatedBy(payload: unknown): boolean;
}

export type DeliveryRuleResult =
  { readonly ok: true; readonly rule: DeliveryRule } | { readonly ok: false; readonly message: string };

/**
 * The two kinds of filter never combine: an enhanced filter replaces the arguments.
 * @see AppSync developer guide, "Defining enhanced subscriptions filters"
 */
export function buildDeliveryRule(subscription: AcceptedSubscription): DeliveryRuleResult {
  const filter = parseOptional(subscription.filter);
  if (filter?.ok === false) return filter;
  const invalidation = parseOptional(subscription.invalidationFilter);
  if (invalidation?.ok === false) return invalidation;
  const rule: DeliveryRule = {
    accepts: (published) =>
      filter === undefined
        ? matchesArgumentFilter(subscription.argumentFilter, published)
        : matchesFilter(filter.filter, published),
    isInvalidatedBy: (payload) => invalidation !== undefined && matchesFilter(invalidation.filter, payload),
  };
  return { ok: true, rule };
}

function parseOptional(filter: unknown): ParsedFilter | undefined {
  return filter === undefined || filter === null ? undefined : parseFilter(filter);
}

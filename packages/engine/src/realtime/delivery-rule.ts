/** What decides whether an event reaches a subscription, and whether an invalidation ends it. */
import type { AcceptedSubscription } from '../execution/contract.ts';
import { parseFilter } from './enhanced-filter/parse-filter.ts';
import type { SubscriptionFilter } from './enhanced-filter/subscription-filter.ts';

export interface DeliveryRule {
  /** Where the resolver set one it replaces the arguments: the two kinds of filter never combine. */
  readonly filter: SubscriptionFilter | undefined;
  readonly invalidationFilter: SubscriptionFilter | undefined;
}

export type DeliveryRuleResult =
  { readonly ok: true; readonly rule: DeliveryRule } | { readonly ok: false; readonly message: string };

/** @see AppSync developer guide, "Defining enhanced subscriptions filters" */
export function buildDeliveryRule(subscription: AcceptedSubscription): DeliveryRuleResult {
  const filter = parseOptional(subscription.filter);
  if (!filter.ok) return filter;
  const invalidation = parseOptional(subscription.invalidationFilter);
  if (!invalidation.ok) return invalidation;
  return { ok: true, rule: { filter: filter.filter, invalidationFilter: invalidation.filter } };
}

type OptionalFilter =
  | { readonly ok: true; readonly filter: SubscriptionFilter | undefined }
  | { readonly ok: false; readonly message: string };

function parseOptional(filter: unknown): OptionalFilter {
  return filter === undefined || filter === null ? { ok: true, filter: undefined } : parseFilter(filter);
}

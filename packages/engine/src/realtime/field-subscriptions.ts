/** The running subscriptions of one Subscription field, sorted by what decides over an event: a filter is looked at once. */
import type { AcceptedSubscription } from '../execution/contract.ts';
import type { ArgumentFilter } from './argument-index.ts';
import { createArgumentIndex } from './argument-index.ts';
import type { DeliveryRule } from './delivery-rule.ts';
import { matchesFilter } from './enhanced-filter/matches-filter.ts';
import type { SubscriptionFilter } from './enhanced-filter/subscription-filter.ts';
import type { Subscriber } from './fan-out.ts';

/** Subscriptions that share everything but the socket and the id. */
export interface SubscriptionGroup {
  readonly subscription: AcceptedSubscription;
  readonly rule: DeliveryRule;
  readonly query: string;
  /** Equal for groups that receive the same payload, whatever their filters. */
  readonly payloadKey: string;
  readonly subscribers: Set<Subscriber>;
}

export type GroupDescription = Omit<SubscriptionGroup, 'subscribers'>;

export interface FieldSubscriptions {
  join(description: GroupDescription, subscriber: Subscriber): SubscriptionGroup;
  leave(group: SubscriptionGroup, subscriber: Subscriber): void;
  /** Groups that an event reaches. */
  reachedBy(published: unknown): readonly SubscriptionGroup[];
  invalidatedBy(payload: unknown): readonly Subscriber[];
}

type Groups = Map<string, SubscriptionGroup>;

export function createFieldSubscriptions(): FieldSubscriptions {
  const byArguments = createArgumentIndex<Groups>();
  const byFilter = new Map<string, { readonly filter: SubscriptionFilter; readonly groups: Groups }>();

  function groupsFor(filter: SubscriptionFilter | undefined, argumentFilter: ArgumentFilter): Groups {
    if (filter === undefined) return byArguments.ensure(argumentFilter, () => new Map());
    const key = JSON.stringify(filter);
    const entry = byFilter.get(key) ?? { filter, groups: new Map() };
    byFilter.set(key, entry);
    return entry.groups;
  }

  function allGroups(): readonly SubscriptionGroup[] {
    return [...byArguments.entries(), ...[...byFilter.values()].map(({ groups }) => groups)].flatMap(
      (groups) => [...groups.values()],
    );
  }

  return {
    join(description, subscriber) {
      const { rule, subscription } = description;
      const groups = groupsFor(rule.filter, subscription.argumentFilter);
      const key = groupKey(description);
      const group = groups.get(key) ?? { ...description, subscribers: new Set<Subscriber>() };
      groups.set(key, group);
      group.subscribers.add(subscriber);
      return group;
    },
    leave(group, subscriber) {
      const { rule, subscription, subscribers } = group;
      if (!subscribers.delete(subscriber) || subscribers.size > 0) return;
      const groups = groupsFor(rule.filter, subscription.argumentFilter);
      groups.delete(groupKey(group));
      if (groups.size > 0) return;
      if (rule.filter === undefined) byArguments.remove(subscription.argumentFilter);
      else byFilter.delete(JSON.stringify(rule.filter));
    },
    reachedBy(published) {
      const filtered = [...byFilter.values()].filter(({ filter }) => matchesFilter(filter, published));
      return [...byArguments.find(published), ...filtered.map(({ groups }) => groups)].flatMap((groups) => [
        ...groups.values(),
      ]);
    },
    invalidatedBy(payload) {
      return allGroups()
        .filter(({ rule: { invalidationFilter } }) => {
          return invalidationFilter !== undefined && matchesFilter(invalidationFilter, payload);
        })
        .flatMap(({ subscribers }) => [...subscribers]);
    },
  };
}

/** Within one filter; subscriptions that one invalidation may tell apart are apart. */
function groupKey({ payloadKey, rule: { invalidationFilter } }: GroupDescription): string {
  return JSON.stringify([payloadKey, invalidationFilter]);
}

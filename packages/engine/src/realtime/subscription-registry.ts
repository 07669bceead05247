/**
 * All running subscriptions of the API, in groups that share everything but the socket: for an event the filter, the
 * completion to the selection and the serialization run once for a group, however many phones listen.
 */
import type { AcceptedSubscription, PublishedEvent } from '../execution/contract.ts';
import type { DeliveryRule } from './delivery-rule.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import { findUnselectedFields } from './unselected-fields.ts';

/** One subscription on one socket. */
export interface Subscriber {
  /** @param payloadJson - `payload` of a `data` frame, serialized */
  deliver(payloadJson: string): void;
  /** Ends the subscription and closes its connection. */
  invalidate(): void;
}

export interface Registration {
  readonly subscription: AcceptedSubscription;
  readonly rule: DeliveryRule;
  readonly query: string;
  /** Equal for subscriptions with the same document, variables, caller, filters and version of the API. */
  readonly groupKey: string;
  readonly subscriber: Subscriber;
}

export interface SubscriptionRegistry {
  /** @returns a function that removes the subscription */
  add(registration: Registration): () => void;
  publish(event: PublishedEvent): void;
  invalidate(event: { readonly subscriptionField: string; readonly payload: unknown }): void;
}

interface Group extends Omit<Registration, 'subscriber'> {
  readonly subscribers: Set<Subscriber>;
}

/** @param warn - for developers: what AppSync would drop or null in silence */
export function createSubscriptionRegistry(warn: (text: string) => void): SubscriptionRegistry {
  const groupsByField = new Map<string, Map<string, Group>>();
  const warnedPairs = new Set<string>();

  function groupsOf(fieldName: string): readonly Group[] {
    return [...(groupsByField.get(fieldName)?.values() ?? [])];
  }

  function publishToGroup(group: Group, event: PublishedEvent): void {
    if (!group.rule.accepts(event.value)) return;
    const { fieldName } = group.subscription;
    const payload = group.subscription.toPayload(event.value);
    const json = JSON.stringify(payload);
    const sizeBytes = Buffer.byteLength(json);
    if (sizeBytes > MAX_PAYLOAD_BYTES) {
      warn(
        `An event of "${event.mutationField}" for subscription "${fieldName}" has ${sizeBytes} bytes and was ` +
          `dropped: AppSync sends at most ${MAX_PAYLOAD_BYTES}.`,
      );
      return;
    }
    warnOfUnselectedFields(group, event, payload.data?.[fieldName]);
    for (const subscriber of [...group.subscribers]) subscriber.deliver(json);
  }

  function warnOfUnselectedFields(group: Group, event: PublishedEvent, received: unknown): void {
    const { fieldName } = group.subscription;
    const pair = `${event.mutationField} ${fieldName}`;
    if (warnedPairs.has(pair)) return;
    const fields = findUnselectedFields(received, event.value, group.query);
    if (fields.length === 0) return;
    warnedPairs.add(pair);
    warn(
      `Subscribers of "${fieldName}" ask for ${fields.join(', ')}, which the mutation "${event.mutationField}" did ` +
        `not select: they receive null. Select these fields in the mutation, without aliases.`,
    );
  }

  return {
    add({ subscriber, ...shared }) {
      const { fieldName } = shared.subscription;
      const groups = groupsByField.get(fieldName) ?? new Map<string, Group>();
      groupsByField.set(fieldName, groups);
      const group = groups.get(shared.groupKey) ?? { ...shared, subscribers: new Set<Subscriber>() };
      groups.set(shared.groupKey, group);
      group.subscribers.add(subscriber);
      return () => {
        group.subscribers.delete(subscriber);
        if (group.subscribers.size === 0 && groups.get(shared.groupKey) === group)
          groups.delete(shared.groupKey);
      };
    },
    publish(event) {
      for (const group of event.subscriptionFields.flatMap(groupsOf)) {
        try {
          publishToGroup(group, event);
        } catch (error) {
          // One group's fault must neither fail the mutation nor keep the event from others.
          warn(`An event for subscription "${group.subscription.fieldName}" was lost: ${String(error)}`);
        }
      }
    },
    invalidate({ subscriptionField, payload }) {
      for (const group of groupsOf(subscriptionField)) {
        if (!group.rule.isInvalidatedBy(payload)) continue;
        for (const subscriber of [...group.subscribers]) subscriber.invalidate();
      }
    },
  };
}

/**
 * All running subscriptions of the API. For an event every distinct filter is looked at once, and every distinct
 * payload is completed and serialized once, however many phones listen.
 */
import type { PublishedEvent } from '../execution/contract.ts';
import type { FanOut, Subscriber } from './fan-out.ts';
import { createFanOut } from './fan-out.ts';
import type { FieldSubscriptions, GroupDescription, SubscriptionGroup } from './field-subscriptions.ts';
import { createFieldSubscriptions } from './field-subscriptions.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import { dataFrameTail } from './server-frame.ts';
import type { WireText } from './text-frame.ts';
import type { DeliveredPayload } from './unselected-fields.ts';
import { findUnselectedFields } from './unselected-fields.ts';

export interface SubscriptionRegistry {
  join(description: GroupDescription, subscriber: Subscriber): SubscriptionGroup;
  leave(group: SubscriptionGroup, subscriber: Subscriber): void;
  publish(event: PublishedEvent): void;
  invalidate(event: { readonly subscriptionField: string; readonly payload: unknown }): void;
}

/** @param warn - for developers: what AppSync would drop or null in silence */
export function createSubscriptionRegistry(
  warn: (text: string) => void,
  fanOut: FanOut = createFanOut(setImmediate),
): SubscriptionRegistry {
  const byField = new Map<string, FieldSubscriptions>();
  const warnedPairs = new Set<string>();

  /** @returns undefined for a payload that AppSync would not send */
  function serialize(group: SubscriptionGroup, event: PublishedEvent): WireText | undefined {
    const { fieldName } = group.subscription;
    try {
      const payload = group.subscription.toPayload(event.value);
      const json = JSON.stringify(payload);
      const sizeBytes = Buffer.byteLength(json);
      if (sizeBytes > MAX_PAYLOAD_BYTES) {
        warn(
          `An event of "${event.mutationField}" for subscription "${fieldName}" has ${sizeBytes} bytes and was ` +
            `dropped: AppSync sends at most ${MAX_PAYLOAD_BYTES}.`,
        );
        return undefined;
      }
      warnOfUnselectedFields(group, event, payload);
      return dataFrameTail(json);
    } catch (error) {
      // One group's fault must neither fail the mutation nor keep the event from others.
      warn(`An event for subscription "${fieldName}" was lost: ${String(error)}`);
      return undefined;
    }
  }

  function warnOfUnselectedFields(
    group: SubscriptionGroup,
    event: PublishedEvent,
    payload: DeliveredPayload,
  ): void {
    const { fieldName } = group.subscription;
    const pair = `${event.mutationField} ${fieldName}`;
    if (warnedPairs.has(pair)) return;
    const { query } = group;
    const fields = findUnselectedFields(payload, {
      subscriptionField: fieldName,
      published: event.value,
      query,
    });
    if (fields.length === 0) return;
    warnedPairs.add(pair);
    warn(
      `Subscribers of "${fieldName}" ask for ${fields.join(', ')}, which the mutation "${event.mutationField}" did ` +
        `not select: they receive null. Select these fields in the mutation, without aliases.`,
    );
  }

  return {
    join(description, subscriber) {
      const { fieldName } = description.subscription;
      const field = byField.get(fieldName) ?? createFieldSubscriptions();
      byField.set(fieldName, field);
      return field.join(description, subscriber);
    },
    leave(group, subscriber) {
      byField.get(group.subscription.fieldName)?.leave(group, subscriber);
    },
    publish(event) {
      const payloads = new Map<string, WireText | undefined>();
      for (const fieldName of event.subscriptionFields) {
        for (const group of byField.get(fieldName)?.reachedBy(event.value) ?? []) {
          const { payloadKey, subscribers } = group;
          if (!payloads.has(payloadKey)) payloads.set(payloadKey, serialize(group, event));
          const payload = payloads.get(payloadKey);
          if (payload !== undefined) fanOut.deliver(subscribers, payload);
        }
      }
    },
    invalidate({ subscriptionField, payload }) {
      // What was published before the invalidation still arrives.
      fanOut.flush();
      for (const subscriber of byField.get(subscriptionField)?.invalidatedBy(payload) ?? []) {
        subscriber.invalidate();
      }
    },
  };
}

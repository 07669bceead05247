/** The subscriptions of one connection, from `start` to `stop`, invalidation or the end of their credential. */
import type { ActiveApi } from '../active-api.ts';
import type { AuthorizationResult, CredentialExpiry } from '../authorization/index.ts';
import type { StartFrame } from './client-frame.ts';
import type { Deadlines } from './deadlines.ts';
import { buildDeliveryRule } from './delivery-rule.ts';
import type { Subscriber } from './fan-out.ts';
import type { SubscriptionGroup } from './field-subscriptions.ts';
import { MAX_SUBSCRIPTIONS_PER_CONNECTION } from './limits.ts';
import type { Outlet } from './outlet.ts';
import * as frames from './server-frame.ts';
import type { SubscriptionRegistry } from './subscription-registry.ts';

export interface SubscriptionServices {
  readonly registry: SubscriptionRegistry;
  readonly deadlines: Deadlines;
  readonly activeApi: () => ActiveApi;
  /** Checked again for each subscription: it may use another mode than the connection. */
  readonly authorize: (frame: StartFrame, requestId: string) => Promise<AuthorizationResult>;
  readonly newRequestId: () => string;
  readonly warn: (text: string) => void;
}

/** For the console. */
export interface RunningSubscription {
  readonly id: string;
  readonly fieldName: string;
  readonly argumentFilter: Readonly<Record<string, unknown>>;
  readonly hasEnhancedFilter: boolean;
  readonly deliveredCount: number;
}

export interface ConnectionSubscriptions {
  start(frame: StartFrame): void;
  /** Answers `complete` for an unknown id too: the client gets what it wants, no frames for that id. */
  stop(id: string): void;
  /** Ends all without a word: the socket is gone. */
  end(): void;
  running(): readonly RunningSubscription[];
}

/** A subscription from `start` on; `accepted` is missing until the executor has said yes. */
interface Entry {
  accepted?: AcceptedEntry;
}

/** Small, because there are thousands: what subscribers have in common stays with their group. */
interface AcceptedEntry {
  readonly group: SubscriptionGroup;
  readonly subscriber: Subscriber;
  readonly cancelExpiry: (() => void) | undefined;
  deliveredCount: number;
}

export function createConnectionSubscriptions(
  outlet: Outlet,
  services: SubscriptionServices,
): ConnectionSubscriptions {
  const { registry } = services;
  const entries = new Map<string, Entry>();

  function start(frame: StartFrame): void {
    const { id } = frame;
    if (entries.has(id)) {
      const message = `Duplicated operation with id ${id}`;
      return outlet.send(frames.errorFrame(id, [{ errorType: 'DuplicatedOperationError', message }]));
    }
    if (entries.size >= MAX_SUBSCRIPTIONS_PER_CONNECTION) {
      const message = `Max number of ${MAX_SUBSCRIPTIONS_PER_CONNECTION} subscriptions reached`;
      // A single object, not a list: recorded from the service.
      return outlet.send(frames.errorFrame(id, { errorType: 'MaxSubscriptionsReachedError', message }));
    }
    const entry: Entry = {};
    entries.set(id, entry);
    void accept(frame, entry).catch((error: unknown) => {
      services.warn(`A subscription failed to start: ${String(error)}`);
      fail(id, entry, [{ errorType: 'InternalFailure', message: 'The subscription failed to start.' }]);
    });
  }

  async function accept(frame: StartFrame, entry: Entry): Promise<void> {
    const { id, query, variables, operationName, headers } = frame;
    const requestId = services.newRequestId();
    const authorization = await services.authorize(frame, requestId);
    if (authorization.kind === 'unauthorized') return fail(id, entry, [refusalOf(authorization.message)]);
    const { executor, version } = services.activeApi();
    const { caller, expires } = authorization;
    const result = await executor.subscribe({ query, variables, operationName, headers, caller, requestId });
    if (!result.ok) return fail(id, entry, result.errors);
    const { subscription } = result;
    const built = buildDeliveryRule(subscription);
    if (!built.ok) return fail(id, entry, [{ errorType: 'BadRequestException', message: built.message }]);
    // The client may have sent `stop`, or gone away, in the meantime.
    if (entries.get(id) !== entry) return;
    const payloadKey = JSON.stringify([version, subscription.payloadKey]);
    const subscriber = createSubscriber(id, entry);
    const group = registry.join({ subscription, rule: built.rule, query, payloadKey }, subscriber);
    entry.accepted = { group, subscriber, cancelExpiry: endAt(expires, id, entry), deliveredCount: 0 };
    outlet.send(frames.startAckFrame(id));
  }

  function createSubscriber(id: string, entry: Entry): Subscriber {
    const head = frames.dataFrameHead(id);
    return {
      deliver(payloadTail) {
        if (entry.accepted === undefined) return;
        entry.accepted.deliveredCount += 1;
        outlet.sendData(head, payloadTail);
      },
      invalidate() {
        stop(id);
        outlet.close();
      },
    };
  }

  /**
   * Differs or unconfirmed: AWS documents no end of a subscription with its credential; its client library expects an
   * `error` frame with an authorization error then, and connects anew with a fresh token.
   */
  function endAt(expires: CredentialExpiry | undefined, id: string, entry: Entry): (() => void) | undefined {
    if (expires === undefined) return undefined;
    const { atEpochMs, message } = expires;
    return services.deadlines.at(atEpochMs, () => fail(id, entry, [refusalOf(message)]));
  }

  function fail(id: string, entry: Entry, errors: readonly frames.FrameError[]): void {
    if (entries.get(id) !== entry) return;
    remove(id);
    outlet.send(frames.errorFrame(id, errors));
  }

  function remove(id: string): void {
    const entry = entries.get(id);
    if (entry?.accepted !== undefined) leave(entry.accepted);
    delete entry?.accepted;
    entries.delete(id);
  }

  function leave({ group, subscriber, cancelExpiry }: AcceptedEntry): void {
    registry.leave(group, subscriber);
    cancelExpiry?.();
  }

  function stop(id: string): void {
    remove(id);
    outlet.send(frames.completeFrame(id));
  }

  return {
    start,
    stop,
    end() {
      for (const id of [...entries.keys()]) remove(id);
    },
    running: () => [...entries].flatMap(([id, { accepted }]) => (accepted ? [describe(id, accepted)] : [])),
  };
}

function refusalOf(message: string): frames.FrameError {
  return { errorType: 'UnauthorizedException', message };
}

function describe(id: string, { group, deliveredCount }: AcceptedEntry): RunningSubscription {
  const { fieldName, argumentFilter } = group.subscription;
  return {
    id,
    fieldName,
    argumentFilter,
    hasEnhancedFilter: group.rule.filter !== undefined,
    deliveredCount,
  };
}

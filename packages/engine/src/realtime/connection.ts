/**
 * The protocol of one accepted connection, without its socket: frames in, frames out.
 * See AppSync developer guide, "Building a real-time WebSocket client".
 */
import type { ActiveApi } from '../active-api.ts';
import type { AuthorizationResult } from '../authorization/index.ts';
import type { SubscribeResult } from '../execution/contract.ts';
import { assertNever } from '../model/assert-never.ts';
import type { StartFrame } from './client-frame.ts';
import { parseClientFrame } from './client-frame.ts';
import type { DeliveryRule } from './delivery-rule.ts';
import { buildDeliveryRule } from './delivery-rule.ts';
import { MAX_SUBSCRIPTIONS_PER_CONNECTION } from './limits.ts';
import * as frames from './server-frame.ts';
import type { SubscriptionRegistry } from './subscription-registry.ts';

export interface ConnectionServices {
  readonly registry: SubscriptionRegistry;
  readonly activeApi: () => ActiveApi;
  /** Checked again for each subscription: it may use another mode than the connection. */
  readonly authorize: (frame: StartFrame, requestId: string) => Promise<AuthorizationResult>;
  readonly newRequestId: () => string;
  readonly warn: (text: string) => void;
}

/** What the connection needs of its socket. */
export interface Outlet {
  send(frame: string): void;
  /** Closes in good order, after what was sent. */
  close(): void;
}

export interface Connection {
  receive(text: string): void;
  /** The socket is gone: ends every subscription. */
  end(): void;
  subscriptions(): readonly RunningSubscription[];
}

/** For the console. */
export interface RunningSubscription {
  readonly id: string;
  readonly fieldName: string;
  readonly argumentFilter: Readonly<Record<string, unknown>>;
  readonly hasEnhancedFilter: boolean;
  readonly deliveredCount: number;
}

/** A subscription from `start` on; `accepted` is missing until the executor has said yes. */
interface Entry {
  accepted?: { describe: () => Omit<RunningSubscription, 'id'>; remove: () => void };
}

export function createConnection(outlet: Outlet, services: ConnectionServices): Connection {
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
      refuse(id, entry, [{ errorType: 'InternalFailure', message: 'The subscription failed to start.' }]);
    });
  }

  async function accept(frame: StartFrame, entry: Entry): Promise<void> {
    const requestId = services.newRequestId();
    const authorization = await services.authorize(frame, requestId);
    if (authorization.kind === 'unauthorized') {
      const { message } = authorization;
      return refuse(frame.id, entry, [{ errorType: 'UnauthorizedException', message }]);
    }
    const { executor, version } = services.activeApi();
    const { query, variables, operationName, headers } = frame;
    const { caller } = authorization;
    const result = await executor.subscribe({ query, variables, operationName, headers, caller, requestId });
    if (!result.ok) return refuse(frame.id, entry, result.errors);
    const rule = buildDeliveryRule(result.subscription);
    if (!rule.ok) {
      return refuse(frame.id, entry, [{ errorType: 'BadRequestException', message: rule.message }]);
    }
    // The client may have sent `stop`, or gone away, in the meantime.
    if (entries.get(frame.id) !== entry) return;
    const { filter, invalidationFilter } = result.subscription;
    const shared = [version, query, variables, operationName, caller, filter, invalidationFilter];
    register(frame, entry, { ...result, rule: rule.rule, groupKey: JSON.stringify(shared) });
    outlet.send(frames.startAckFrame(frame.id));
  }

  function register(
    { id, query }: StartFrame,
    entry: Entry,
    accepted: Extract<SubscribeResult, { ok: true }> & { rule: DeliveryRule; groupKey: string },
  ): void {
    const { subscription } = accepted;
    let deliveredCount = 0;
    const subscriber = {
      deliver(payloadJson: string): void {
        deliveredCount += 1;
        outlet.send(frames.dataFrame(id, payloadJson));
      },
      invalidate(): void {
        stop(id);
        outlet.close();
      },
    };
    const remove = services.registry.add({ ...accepted, query, subscriber });
    const describe = (): Omit<RunningSubscription, 'id'> => ({
      fieldName: subscription.fieldName,
      argumentFilter: subscription.argumentFilter,
      hasEnhancedFilter: subscription.filter !== undefined && subscription.filter !== null,
      deliveredCount,
    });
    entry.accepted = { describe, remove };
  }

  function refuse(id: string, entry: Entry, errors: readonly frames.FrameError[]): void {
    if (entries.get(id) !== entry) return;
    entries.delete(id);
    outlet.send(frames.errorFrame(id, errors));
  }

  /** Answers `complete` for an unknown id too: the client gets what it wants, no frames for that id. */
  function stop(id: string): void {
    entries.get(id)?.accepted?.remove();
    entries.delete(id);
    outlet.send(frames.completeFrame(id));
  }

  return {
    receive(text) {
      const frame = parseClientFrame(text);
      switch (frame.kind) {
        case 'connection-init':
          outlet.send(frames.connectionAckFrame());
          return outlet.send(frames.KEEP_ALIVE_FRAME);
        case 'start':
          return start(frame);
        case 'stop':
          return stop(frame.id);
        case 'refused':
          return outlet.send(frames.errorFrame(frame.id, [frame.error]));
        default:
          return assertNever(frame);
      }
    },
    end() {
      for (const { accepted } of entries.values()) accepted?.remove();
      entries.clear();
    },
    subscriptions: () =>
      [...entries].flatMap(([id, { accepted }]) => (accepted ? [{ id, ...accepted.describe() }] : [])),
  };
}

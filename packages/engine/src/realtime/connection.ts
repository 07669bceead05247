/**
 * The protocol of one accepted connection, without its socket: frames in, frames out.
 * See AppSync developer guide, "Building a real-time WebSocket client".
 */
import { assertNever } from '../model/assert-never.ts';
import { parseClientFrame } from './client-frame.ts';
import type { RunningSubscription, SubscriptionServices } from './connection-subscriptions.ts';
import { createConnectionSubscriptions } from './connection-subscriptions.ts';
import type { Outlet } from './outlet.ts';
import * as frames from './server-frame.ts';

export interface Connection {
  receive(text: string): void;
  /** A binary message, which AppSync's protocol does not have. */
  receiveBinary(): void;
  /** The socket is gone: ends every subscription. */
  end(): void;
  subscriptions(): readonly RunningSubscription[];
}

export function createConnection(outlet: Outlet, services: SubscriptionServices): Connection {
  const subscriptions = createConnectionSubscriptions(outlet, services);
  return {
    receive(text) {
      const frame = parseClientFrame(text);
      switch (frame.kind) {
        // A second one is answered like the first. Differs or unconfirmed: AWS does not say.
        case 'connection-init':
          outlet.send(frames.connectionAckFrame());
          return outlet.send(frames.KEEP_ALIVE_FRAME);
        case 'start':
          return subscriptions.start(frame);
        case 'stop':
          return subscriptions.stop(frame.id);
        case 'refused':
          return outlet.send(frames.errorFrame(frame.id, [frame.error]));
        default:
          return assertNever(frame);
      }
    },
    // Differs or unconfirmed: AWS documents text frames only.
    receiveBinary: () => outlet.send(frames.errorFrame(undefined, [BINARY_MESSAGE])),
    end: () => subscriptions.end(),
    subscriptions: () => subscriptions.running(),
  };
}

const BINARY_MESSAGE = { errorType: 'BadRequestException', message: 'The message is not text.' };

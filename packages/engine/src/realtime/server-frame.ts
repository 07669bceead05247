/**
 * Frames from server to client, as text, with AppSync's keys in AppSync's order.
 * See AppSync developer guide, "Building a real-time WebSocket client".
 */
import { CONNECTION_TIMEOUT_MS } from './limits.ts';

/** An entry of `payload.errors`: `errorType` and `message`, `errorCode` in a `connection_error`. */
export type FrameError = Readonly<Record<string, unknown>>;

export const KEEP_ALIVE_FRAME = '{"type":"ka"}';

export function connectionAckFrame(): string {
  return JSON.stringify({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } });
}

export function connectionErrorFrame(error: FrameError): string {
  return JSON.stringify({ type: 'connection_error', payload: { errors: [error] } });
}

export function startAckFrame(id: string): string {
  return JSON.stringify({ type: 'start_ack', id });
}

/** @param payloadJson - already serialized, because many subscribers share it */
export function dataFrame(id: string, payloadJson: string): string {
  return `{"type":"data","id":${JSON.stringify(id)},"payload":${payloadJson}}`;
}

export function completeFrame(id: string): string {
  return JSON.stringify({ type: 'complete', id });
}

/**
 * @param id - undefined where the client's frame has none that could be echoed
 * @param errors - a single object instead of a list only where AppSync sends it so (the subscription limit)
 */
export function errorFrame(id: string | undefined, errors: readonly FrameError[] | FrameError): string {
  return JSON.stringify({ type: 'error', ...(id === undefined ? {} : { id }), payload: { errors } });
}

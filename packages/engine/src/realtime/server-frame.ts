/**
 * Frames from server to client, as text, with AppSync's keys in AppSync's order.
 * See AppSync developer guide, "Building a real-time WebSocket client".
 */
import { CONNECTION_TIMEOUT_MS } from './limits.ts';
import type { WireText } from './text-frame.ts';
import { toWireText } from './text-frame.ts';

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

/** A `data` frame is this and the tail. */
export function dataFrameHead(id: string): WireText {
  return toWireText(`{"type":"data","id":${JSON.stringify(id)}`);
}

/** What all subscribers share. @param payloadJson - already serialized */
export function dataFrameTail(payloadJson: string): WireText {
  return toWireText(`,"payload":${payloadJson}}`);
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

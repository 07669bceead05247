/** Frames from client to server: text in, one of the known kinds or a ready refusal out. */
import { isRecord } from '../model/is-record.ts';
import { lowerCaseHeaders } from './lower-case-headers.ts';
import type { FrameError } from './server-frame.ts';

export type ClientFrame =
  | { readonly kind: 'connection-init' }
  | StartFrame
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string | undefined; readonly error: FrameError };

export interface StartFrame {
  readonly kind: 'start';
  readonly id: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  /** `payload.data` as sent, which signatures are over. */
  readonly data: string;
  /** `payload.extensions.authorization` with lower-case names: the credential, and what resolvers see as headers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Message as recorded from the service for types it does not know, and for a `start` without `payload.data`. */
const UNSUPPORTED_OPERATION: ClientFrame = {
  kind: 'refused',
  id: '',
  error: {
    errorType: 'UnsupportedOperation',
    message: 'unknown not supported through the realtime channel',
  },
};

/** @see AppSync developer guide, "Building a real-time WebSocket client", subscription registration message */
export function parseClientFrame(text: string): ClientFrame {
  const frame = parseJson(text);
  if (!isRecord(frame)) return malformed(undefined, 'The message is not a JSON object.');
  switch (frame.type) {
    case 'connection_init':
      return { kind: 'connection-init' };
    case 'start':
      return parseStart(frame);
    case 'stop':
      return isId(frame.id) ? { kind: 'stop', id: frame.id } : malformed(undefined, 'The message has no id.');
    default:
      return UNSUPPORTED_OPERATION;
  }
}

function parseStart(frame: Record<string, unknown>): ClientFrame {
  const { id, payload } = frame;
  if (!isId(id)) return malformed(undefined, 'The message has no id.');
  if (!isRecord(payload) || typeof payload.data !== 'string') return UNSUPPORTED_OPERATION;
  const data = parseJson(payload.data);
  if (!isRecord(data) || typeof data.query !== 'string') {
    return malformed(id, 'payload.data is not the JSON text of an object with a query.');
  }
  const variables = data.variables ?? {};
  if (!isRecord(variables)) return malformed(id, 'The variables are not a JSON object.');
  const extensions = isRecord(payload.extensions) ? payload.extensions : {};
  return {
    kind: 'start',
    id,
    query: data.query,
    variables,
    data: payload.data,
    operationName: typeof data.operationName === 'string' ? data.operationName : undefined,
    headers: lowerCaseHeaders(extensions.authorization),
  };
}

function malformed(id: string | undefined, message: string): ClientFrame {
  return { kind: 'refused', id, error: { errorType: 'BadRequestException', message } };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

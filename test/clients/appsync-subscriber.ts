/** AppSync's real-time protocol in one plain function, as a client without a link of its own would write it. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

export interface AppSyncEndpoint {
  /** Address of `/graphql`. */
  readonly url: string;
  /** `x-api-key` or `Authorization`, and `host`. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Operation {
  readonly query: string;
  readonly variables: unknown;
}

export interface Sink {
  /** An execution result: data, and errors where there are some. */
  readonly next: (result: unknown) => void;
  readonly error: (payload: unknown) => void;
}

/**
 * Opens a socket for one subscription.
 * @returns ends it
 * @see AppSync developer guide, "Building a real-time WebSocket client"
 */
export function subscribeOverAppSync(
  { url, headers }: AppSyncEndpoint,
  { query, variables }: Operation,
  { next, error }: Sink,
): () => void {
  const header = Buffer.from(JSON.stringify(headers)).toString('base64url');
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/realtime`, ['graphql-ws', `header-${header}`]);
  const id = randomUUID();
  const send = (frame: object): void => socket.send(JSON.stringify(frame));
  socket.on('open', () => send({ type: 'connection_init' }));
  socket.on('error', error);
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as { readonly type: string; readonly payload: unknown };
    switch (frame.type) {
      case 'connection_ack': {
        const body = JSON.stringify({ query, variables });
        return send({ id, type: 'start', payload: { data: body, extensions: { authorization: headers } } });
      }
      case 'data':
        return next(frame.payload);
      case 'connection_error':
      case 'error':
        return error(frame.payload);
      default:
        return undefined;
    }
  });
  return () => socket.close();
}

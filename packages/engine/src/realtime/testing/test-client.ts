/** A WebSocket client that reads frames one by one, in order. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** The JSON object that stands for headers: a credential that the test endpoint accepts. */
export const GOOD_HEADERS = { host: 'localhost', 'x-api-key': 'good' };

export function openClient(
  url: string,
  subProtocols: readonly string[],
  headers: Readonly<Record<string, string>> = {},
) {
  const socket = new WebSocket(url, [...subProtocols], { headers });
  const frames: string[] = [];
  const waiting: ((frame: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = data.toString();
    const next = waiting.shift();
    if (next === undefined) frames.push(frame);
    else next(frame);
  });
  return {
    socket,
    opened: once(socket, 'open'),
    /** The close code. */
    closed: once(socket, 'close').then(([code]) => Number(code)),
    next(): Promise<string> {
      const frame = frames.shift();
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
    },
    send: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    /** A round trip; fails when a frame that nobody asked for is there. */
    async settle(): Promise<void> {
      socket.send('{"type":"connection_init"}');
      for (const expected of ['"connection_ack"', '"ka"']) {
        const frame = await this.next();
        if (!frame.includes(expected)) throw new Error(`Unexpected frame ${frame}`);
      }
    },
  };
}

export type TestClient = ReturnType<typeof openClient>;

export function encodeHeaders(headers: unknown, encoding: 'base64' | 'base64url' = 'base64url'): string {
  return Buffer.from(JSON.stringify(headers)).toString(encoding);
}

export function startFrame(
  id: string,
  query = 'subscription { onAdd { id } }',
  authorization: unknown = GOOD_HEADERS,
): Readonly<Record<string, unknown>> {
  const payload = { data: JSON.stringify({ query, variables: {} }), extensions: { authorization } };
  return { id, type: 'start', payload };
}

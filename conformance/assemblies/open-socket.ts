import { once } from 'node:events';
import { WebSocket } from 'ws';

type Frame = Readonly<Record<string, unknown>>;

/** A client of AppSync's real-time protocol on a plain WebSocket. */
export interface RealtimeSocket {
  /** All but keep-alive frames, in order. */
  readonly frames: readonly Frame[];
  start(id: string, query: string): Promise<Frame>;
  /** The next frame that fits and was not taken before. */
  next(fits: (frame: Frame) => boolean): Promise<Frame>;
  closed(): Promise<unknown>;
  close(): void;
}

/** Connects, and waits for the acknowledgment. */
export async function openSocket(engineUrl: string, apiKey: string): Promise<RealtimeSocket> {
  const { host } = new URL(engineUrl);
  const authorization = { host, 'x-api-key': apiKey };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const url = `${engineUrl.replace('http', 'ws')}/graphql/realtime`;
  const socket = new WebSocket(url, ['graphql-ws', `header-${header}`]);
  const frames: Frame[] = [];
  const taken = new Set<Frame>();
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame;
    if (frame['type'] === 'ka') return;
    frames.push(frame);
    waiting.forEach((look) => look());
  });
  const closed = once(socket, 'close');
  const next = (fits: (frame: Frame) => boolean): Promise<Frame> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = frames.find((frame) => !taken.has(frame) && fits(frame));
        if (found === undefined) return;
        waiting.delete(look);
        taken.add(found);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await next(({ type }) => type === 'connection_ack');
  return {
    frames,
    next,
    closed: () => closed,
    close: () => socket.terminate(),
    start(id, query) {
      const data = JSON.stringify({ query, variables: {} });
      socket.send(JSON.stringify({ id, type: 'start', payload: { data, extensions: { authorization } } }));
      return next((frame) => frame['id'] === id && frame['type'] !== 'data');
    },
  };
}

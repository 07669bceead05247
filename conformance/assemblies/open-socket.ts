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

/** The headers of a credential for what is sent: signatures differ from message to message. */
export type CredentialFor = (request: {
  readonly path: '/graphql' | '/graphql/connect';
  readonly body: string;
}) => Promise<Readonly<Record<string, string>>>;

/** Connects with an API key, and waits for the acknowledgment. */
export function openSocket(engineUrl: string, apiKey: string): Promise<RealtimeSocket> {
  return openSocketAs(engineUrl, () => Promise.resolve({ 'x-api-key': apiKey }));
}

/** Connects with any credential, which each start brings again. */
export async function openSocketAs(engineUrl: string, credential: CredentialFor): Promise<RealtimeSocket> {
  const { host } = new URL(engineUrl);
  const connect = { host, ...(await credential({ path: '/graphql/connect', body: '{}' })) };
  const header = Buffer.from(JSON.stringify(connect)).toString('base64url');
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
    async start(id, query) {
      const data = JSON.stringify({ query, variables: {} });
      const authorization = { host, ...(await credential({ path: '/graphql', body: data })) };
      socket.send(JSON.stringify({ id, type: 'start', payload: { data, extensions: { authorization } } }));
      return next((frame) => frame['id'] === id && frame['type'] !== 'data');
    },
  };
}

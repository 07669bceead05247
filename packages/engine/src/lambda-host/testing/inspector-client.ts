/** The inspector protocol over its WebSocket, as a debugger speaks it, for tests. */
import { WebSocket } from 'ws';
import { isRecord } from '../../model/is-record.ts';

type Params = Readonly<Record<string, unknown>>;

export interface InspectorClient {
  /** @returns the call's result */
  send(method: string, params?: Params): Promise<Params>;
  /** Params of the first event of that name that fits, past or to come. */
  event(name: string, fits?: (params: Params) => boolean): Promise<Params>;
  close(): void;
}

export async function connectInspector(address: string): Promise<InspectorClient> {
  const socket = new WebSocket(address);
  const answers = new Map<number, (result: Params) => void>();
  const events: { readonly name: string; readonly params: Params }[] = [];
  const waiting = new Set<() => void>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString());
    if (!isRecord(message)) return;
    const { id, result, method, params } = message;
    if (typeof id === 'number') answers.get(id)?.(isRecord(result) ? result : {});
    else {
      events.push({ name: String(method), params: isRecord(params) ? params : {} });
      waiting.forEach((look) => look());
    }
  });
  // The process ends under it.
  socket.on('error', () => undefined);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        lastId += 1;
        answers.set(lastId, resolve);
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
    event: (name, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find((event) => event.name === name && fits(event.params));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.params);
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.terminate(),
  };
}

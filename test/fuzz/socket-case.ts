/** Connections over WebSocket: damaged handshakes, damaged and misplaced frames, bytes that are no frames at all. */
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { checkFrame } from './check-frame.ts';
import { SUBSCRIPTIONS, QUERIES } from './documents.ts';
import { demand } from './finding.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';
import { randomJson } from './random-json.ts';

export interface SocketCase {
  /** The query parameter `header`. */
  readonly header: string;
  readonly messages: readonly (string | Buffer)[];
  /** Sent past the WebSocket framing, at the end; undefined: nothing. */
  readonly rawBytes: Buffer | undefined;
}

export function socketCase(target: FuzzTarget, random: Random): SocketCase {
  const credential = { host: new URL(target.url).host, 'x-api-key': target.apiKey };
  const header = Buffer.from(JSON.stringify(credential)).toString('base64');
  const messages = Array.from({ length: 1 + random.below(5) }, () => message(credential, random));
  const rawBytes = Buffer.from(Array.from({ length: 1 + random.below(60) }, () => random.below(256)));
  return {
    header: random.chance(0.1) ? mutateText(header, random) : header,
    messages: random.chance(0.7) ? ['{"type":"connection_init"}', ...messages] : messages,
    rawBytes: random.chance(0.2) ? rawBytes : undefined,
  };
}

function message(credential: unknown, random: Random): string | Buffer {
  const { query, variables } = random.pick(random.chance(0.8) ? SUBSCRIPTIONS : QUERIES);
  const document = random.chance(0.4) ? mutateText(query, random) : query;
  const values = random.chance(0.3) ? randomJson(random) : variables;
  const data = JSON.stringify({ query: document, variables: values });
  const start = {
    id: random.chance(0.9) ? String(random.below(3)) : randomJson(random),
    type: random.chance(0.9)
      ? 'start'
      : random.pick(['stop', 'complete', 'ping', 'connection_init', '__proto__']),
    payload: {
      data: random.chance(0.2) ? mutateText(data, random) : data,
      extensions: { authorization: random.chance(0.9) ? credential : randomJson(random) },
    },
  };
  const way = random.below(8);
  if (way === 0) return JSON.stringify(randomJson(random));
  if (way === 1) return Buffer.from(Array.from({ length: random.below(100) }, () => random.below(256)));
  if (way === 2) return JSON.stringify({ type: 'stop', id: String(random.below(3)) });
  return way < 5 ? mutateText(JSON.stringify(start), random) : JSON.stringify(start);
}

/** @throws Finding for a frame that AppSync would not send, a broken handshake, or silence */
export async function runSocketCase(target: FuzzTarget, fuzz: SocketCase): Promise<void> {
  const address = `${target.url.replace('http', 'ws')}/graphql/realtime`;
  const query = `header=${encodeURIComponent(Buffer.from(fuzz.header).toString())}&payload=e30=`;
  const socket = new WebSocket(`${address}?${query}`, 'graphql-ws');
  const frames: string[] = [];
  socket.on('message', (frame: Buffer) => frames.push(frame.toString()));
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), target.timeoutMs);
  const closed = once(socket, 'close', { signal: timeout.signal });
  try {
    await Promise.race([once(socket, 'open', { signal: timeout.signal }), closed]);
    for (const sent of fuzz.messages) if (socket.readyState === WebSocket.OPEN) socket.send(sent);
    // Messages are read in order: the answer to a ping comes after all of them were.
    if (socket.readyState === WebSocket.OPEN) socket.ping();
    await Promise.race([once(socket, 'pong', { signal: timeout.signal }), closed]);
    if (fuzz.rawBytes === undefined) {
      if (socket.readyState === WebSocket.OPEN) socket.close();
    } else {
      // They may announce a frame that never ends: a polite close would be taken for a part of it.
      writePastFraming(socket, fuzz.rawBytes);
      await setImmediate();
      socket.terminate();
    }
    await closed;
  } catch (error) {
    // An address that HTTP itself refuses, for example one that is too long.
    if (/server response: 4\d\d$/.test(String(error))) return;
    demand(
      false,
      timeout.signal.aborted ? 'no end of the connection in time' : `handshake: ${String(error)}`,
    );
  } finally {
    clearTimeout(timer);
    socket.on('error', () => undefined).terminate();
  }
  for (const frame of frames) checkFrame(frame);
}

/** The socket below a WebSocket is not part of the typed surface of `ws`; a fuzzer has to get there. */
function writePastFraming(socket: WebSocket, bytes: Buffer): void {
  const { _socket: wire } = socket as unknown as { readonly _socket: { write(bytes: Buffer): void } | null };
  wire?.write(bytes);
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { toWireText, writeTextFrame } from './text-frame.ts';

describe('text frames, as a WebSocket client reads them', () => {
  const upgrader = new WebSocketServer({ noServer: true });
  const server = createServer();
  let client: WebSocket;
  let socket: Duplex;

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.once('upgrade', (request, raw, head) => {
      socket = raw;
      upgrader.handleUpgrade(request, raw, head, () => undefined);
    });
    await once(client, 'open');
  });
  afterAll(() => {
    client.terminate();
    server.close();
  });

  const readBack = async (head: string, tail: string): Promise<string> => {
    const message = once(client, 'message');
    writeTextFrame(socket, toWireText(head), toWireText(tail));
    const [data] = (await message) as [Buffer];
    return data.toString('utf8');
  };

  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('of %i bytes', async (length) => {
    expect(await readBack('', 'x'.repeat(length))).toBe('x'.repeat(length));
  });

  it.each(['Grüße', '日本語', '😀 emoji', '\u2028\u00ff\0'])('of text beyond ASCII: %s', async (text) => {
    expect(await readBack(text, `${text}!`)).toBe(`${text}${text}!`);
  });
});

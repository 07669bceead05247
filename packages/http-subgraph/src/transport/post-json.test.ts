import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createPooledPost } from './pooled-post.ts';
import { createPostJson, MAX_BODY_BYTES } from './post-json.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(async (server) => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }),
  );
});

async function start(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<URL> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql?a=b`);
}

const REQUEST = { headers: { 'content-type': 'application/json' }, body: '{"query":"ü"}', timeoutMs: 5000 };

describe.each([
  ['node:http', createPostJson],
  ['undici', createPooledPost],
] as const)('a request by %s', (_, create) => {
  it('takes path, headers and body there, and status, content type and body back', async () => {
    const url = await start(async (request, response) => {
      const { 'content-type': type, 'content-length': length } = request.headers;
      const got = [request.method, request.url, type, length, await text(request)];
      response.writeHead(422, { 'Content-Type': 'text/plain' });
      const bytes = Buffer.from(JSON.stringify(got));
      // Splits the two bytes of "ü" too.
      for (const byte of bytes) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(await create()({ ...REQUEST, url })).toEqual({
      kind: 'answered',
      answer: {
        status: 422,
        contentType: 'text/plain',
        body: JSON.stringify(['POST', '/graphql?a=b', 'application/json', '14', REQUEST.body]),
      },
    });
  });

  it('keeps its connection for the next one', async () => {
    const ports = new Set<number | undefined>();
    const url = await start((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const post = create();
    for (let count = 0; count < 3; count += 1) {
      expect(await post({ ...REQUEST, url })).toMatchObject({ kind: 'answered' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(ports.size).toBe(1);
  });

  it('is authorized by the user of the address, unless a header does it', async () => {
    const url = await start((request, response) => response.end(request.headers.authorization));
    url.username = 'ada';
    url.password = 'a%40b';
    const post = create();
    const basic = `Basic ${Buffer.from('ada:a@b').toString('base64')}`;
    expect(await post({ ...REQUEST, url })).toMatchObject({ answer: { body: basic } });
    expect(await post({ ...REQUEST, url, headers: { authorization: 'token' } })).toMatchObject({
      answer: { body: 'token' },
    });
  });

  it('says why a server is not reached', async () => {
    const url = await start((request) => request.socket.destroy());
    const post = create();
    expect(await post({ ...REQUEST, url })).toEqual({ kind: 'unreachable', reason: 'ECONNRESET' });
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await post({ ...REQUEST, url })).toEqual({ kind: 'unreachable', reason: 'ECONNREFUSED' });
  });

  it('ends when its time is over, before the answer or within it', async () => {
    const url = await start(() => undefined);
    const slow = await start((_request, response) => response.write('{'));
    const post = create();
    expect(await post({ ...REQUEST, url, timeoutMs: 50 })).toEqual({ kind: 'timed-out' });
    expect(await post({ ...REQUEST, url: slow, timeoutMs: 50 })).toEqual({ kind: 'timed-out' });
  });

  it('ends when the answer is too large', async () => {
    const url = await start((_request, response) => response.end(Buffer.alloc(MAX_BODY_BYTES + 1, 'x')));
    expect(await create()({ ...REQUEST, url })).toEqual({ kind: 'too-large' });
  });
});

import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpDataSource } from './http-data-source.ts';
import type { SignRequest } from './sign-request.ts';

const call = { resolver: 'Query.a', requestId: 'r' };
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/hang') return;
    if (request.url === '/gone') return void request.socket.destroy();
    void text(request).then((body) => {
      if (request.url === '/missing') response.writeHead(404, { 'x-reason': 'none here' }).end('not found');
      else if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end();
      else {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }),
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function invoke(
  request: unknown,
  options: { timeoutMs?: number; sign?: SignRequest; endpoint?: string } = {},
) {
  return createHttpDataSource({ name: 'web', endpoint, ...options }).invoke(request, call);
}

/** What the server saw of a request. */
async function sent(request: unknown): Promise<Record<string, unknown>> {
  const answer = await invoke(request);
  if (answer.kind !== 'answered') throw new Error(answer.error.message);
  return JSON.parse((answer.result as { body: string }).body) as Record<string, unknown>;
}

describe('HTTP data source', () => {
  it('sends method, path, query, headers and an object body as JSON', async () => {
    const request = {
      method: 'POST',
      resourcePath: '/v1/users',
      params: {
        query: { city: 'Köln & Bonn', page: 2, empty: null },
        headers: { 'Content-Type': 'application/json', 'x-count': 3 },
        body: { name: 'Ann' },
      },
    };
    expect(await sent(request)).toMatchObject({
      method: 'POST',
      url: '/v1/users?city=K%C3%B6ln+%26+Bonn&page=2',
      headers: { 'content-type': 'application/json', 'x-count': '3' },
      body: '{"name":"Ann"}',
    });
  });

  it('sends text as it is, and makes up no content type', async () => {
    const seen = await sent({ method: 'PUT', resourcePath: '/', params: { body: 'a=1' } });
    expect(seen).toMatchObject({ method: 'PUT', body: 'a=1' });
    expect(seen['headers']).not.toHaveProperty('content-type');
  });

  it('D28 answers a status that is not 2xx as a normal result, with the body as text', async () => {
    expect(await invoke({ method: 'GET', resourcePath: '/missing' })).toMatchObject({
      kind: 'answered',
      result: { statusCode: 404, headers: { 'x-reason': 'none here' }, body: 'not found' },
      error: null,
    });
    expect(await invoke({ method: 'GET', resourcePath: '/elsewhere' })).toMatchObject({
      result: { statusCode: 302, body: '' },
    });
  });

  it('types a call that takes too long', async () => {
    expect(await invoke({ method: 'GET', resourcePath: '/hang' }, { timeoutMs: 50 })).toEqual({
      kind: 'answered',
      result: null,
      error: { message: 'execution timed out', type: 'Http:ExecutionTimeoutException' },
    });
  });

  it('answers with an error when the connection brings nothing', async () => {
    expect(await invoke({ method: 'GET', resourcePath: '/gone' })).toMatchObject({
      kind: 'answered',
      result: null,
      error: { type: 'Http:RequestFailed' },
    });
  });

  it.each(['Host', 'connection', 'User-Agent', 'Expectation', 'Transfer-Encoding', 'content-length'])(
    'refuses the header %s',
    async (name) => {
      const request = { method: 'GET', resourcePath: '/', params: { headers: { [name]: 'x' } } };
      expect(await invoke(request)).toEqual({
        kind: 'refused',
        error: {
          message: `The header "${name}" can't be set on an HTTP data source.`,
          type: 'MappingTemplate',
        },
      });
    },
  );

  it('refuses other content types than the documented ones', async () => {
    const withType = (type: string) => ({
      method: 'POST',
      resourcePath: '/',
      params: { headers: { 'content-type': type }, body: 'x' },
    });
    expect(await invoke(withType('image/png'))).toMatchObject({ kind: 'refused' });
    expect(await invoke(withType('text/csv; charset=utf-8'))).toMatchObject({ kind: 'answered' });
  });

  it.each([
    [undefined, "Value for field '$[method]' not found."],
    [{ method: 'GET' }, "Value for field '$[resourcePath]' not found."],
    [
      { method: 'HEAD', resourcePath: '/' },
      'Unsupported HTTP method "HEAD": use GET, POST, PUT, PATCH, DELETE.',
    ],
    [
      { method: 'GET', resourcePath: 'x' },
      'The resourcePath must be text that begins with "/". Received: "x"',
    ],
  ])('refuses %j', async (request, message) => {
    expect(await invoke(request)).toEqual({ kind: 'refused', error: { message, type: 'MappingTemplate' } });
  });

  it('sends nothing that is signed to AWS, and nothing to an endpoint that is no address', async () => {
    const request = { method: 'GET', resourcePath: '/' };
    const sign: SignRequest = () => Promise.reject(new Error('not to be called'));
    const aws = { sign, endpoint: 'https://states.us-east-1.amazonaws.com' };
    expect(await invoke(request, aws)).toMatchObject({
      kind: 'refused',
      error: { type: 'UnsupportedDataSource' },
    });
    expect(await invoke(request, { endpoint: 'ftp://files' })).toMatchObject({
      kind: 'refused',
      error: { message: 'The endpoint "ftp://files" is not an HTTP address.' },
    });
  });
});

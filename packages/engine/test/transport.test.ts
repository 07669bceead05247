import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { TodoEngine } from './start-todo-engine.ts';
import { API_KEY, startTodoEngine } from './start-todo-engine.ts';

const refusal = (errorType: string, message: string) => ({ errors: [{ errorType, message }] });

describe('/graphql', () => {
  let todo: TodoEngine;
  beforeAll(async () => {
    todo = await startTodoEngine();
  });
  afterAll(() => todo.engine.stop());

  it.each([
    ['', 'Request body is empty.'],
    ['meow', 'Unable to parse GraphQL query.'],
    ['{}', 'Unable to parse GraphQL query.'],
    ['[]', 'Unable to parse GraphQL query.'],
  ])('refuses the body %j', async (body, message) => {
    const response = await todo.post(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('MalformedHttpRequestException');
    expect(await response.json()).toEqual(refusal('MalformedHttpRequestException', message));
  });

  it('asks for several operations by name', async () => {
    const response = await todo.post('{"query":"query A { __typename } query B { __typename }"}');
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toBe('BadRequestException');
    expect(await response.json()).toEqual(refusal('BadRequestException', 'Missing operation name.'));
  });

  it('looks at the credential before the body', async () => {
    const bad = await todo.post('', { 'x-api-key': 'wrong' });
    expect(bad.status).toBe(401);
    expect(bad.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(await bad.json()).toEqual(
      refusal('UnauthorizedException', 'You are not authorized to make this call.'),
    );
    const none = await fetch(`${todo.engine.url}/graphql`, { method: 'POST', body: '{}' });
    expect(await none.json()).toEqual(refusal('UnauthorizedException', 'Missing authorization header'));
  });

  it('refuses bodies over 1 MB and goes on', async () => {
    const response = await todo.post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` }));
    expect(response.status).toBe(413);
    expect((await todo.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it.each(['application/json', 'application/graphql', 'text/plain'])('reads JSON as %s', async (type) => {
    const response = await todo.post('{"query":"{ __typename }"}', { 'content-type': type });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(response.headers.get('x-amzn-appsync-tokensconsumed')).toBe('1');
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('answers other methods, preflights and every origin', async () => {
    const get = await todo.get('/graphql');
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect(await get.json()).toMatchObject({ errors: [{ errorType: 'MethodNotAllowedException' }] });
    const preflight = await fetch(`${todo.engine.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'x-api-key,x-other' },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-api-key,x-other');
    for (const response of [
      get,
      preflight,
      await todo.post('{}'),
      await todo.post('', { 'x-api-key': '' }),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('compresses bodies of 1,000 bytes and more for those who ask', async () => {
    const send = async (query: string, encoding: string): Promise<IncomingMessage> => {
      const headers = { 'x-api-key': API_KEY, 'accept-encoding': encoding };
      const sent = request(`${todo.engine.url}/graphql`, { method: 'POST', headers });
      sent.end(JSON.stringify({ query }));
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      response.resume();
      return response;
    };
    const large = '{ __schema { types { name fields { name } } } }';
    expect((await send(large, 'br, gzip')).headers['content-encoding']).toBe('gzip');
    expect((await send(large, 'gzip;q=0')).headers['content-encoding']).toBeUndefined();
    expect((await send(large, '')).headers['content-encoding']).toBeUndefined();
    expect((await send('{ __typename }', 'gzip')).headers['content-encoding']).toBeUndefined();
  });
});

describe('other paths', () => {
  let todo: TodoEngine;
  beforeAll(async () => {
    todo = await startTodoEngine();
  });
  afterAll(() => todo.engine.stop());

  const jsonAt = async (path: string): Promise<unknown> => (await todo.get(path)).json();

  it('tells health and configuration', async () => {
    expect(await jsonAt('/health')).toMatchObject({ status: 'ok', api: 'todo' });
    expect(await jsonAt('/amplify_outputs.json')).toEqual({
      version: '1.4',
      data: {
        url: `HTTP://${new URL(todo.engine.url).host}/graphql`,
        api_key: API_KEY,
        aws_region: 'us-east-1',
        default_authorization_type: 'API_KEY',
        authorization_types: ['API_KEY'],
      },
    });
  });

  it('reserves the paths of AppSync Events', async () => {
    expect((await todo.get('/event')).status).toBe(501);
    const socket = new WebSocket(`${todo.engine.url}/event/realtime`);
    const [, refused] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(refused.statusCode).toBe(501);
    socket.on('error', () => undefined).terminate();
  });

  it('shows the console and its facts', async () => {
    const page = await todo.get('/_tributary/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await todo.get('/_tributary')).url).toBe(`${todo.engine.url}/_tributary/`);
    expect(await jsonAt('/_tributary/tables')).toMatchObject([{ itemCount: 2 }]);
    expect(await jsonAt('/_tributary/sockets')).toEqual([]);
    expect(await (await todo.get('/_tributary/schema')).text()).toContain('type Todo');
    const { headers } = await todo.post('{"query":"query Named { __typename }"}');
    const requestId = headers.get('x-amzn-requestid') ?? '';
    expect(await jsonAt(`/_tributary/requests/${requestId}`)).toMatchObject({
      requestId,
      operationName: 'Named',
    });
    expect((await todo.get('/_tributary/requests/none')).status).toBe(404);
    expect((await todo.get('/_tributary/none')).status).toBe(404);
  });

  it('remembers the latest 200 requests, newest first', async () => {
    for (let count = 1; count <= 201; count += 1) await todo.query(`query Q${count} { __typename }`);
    const names = (await todo.traces()).map(({ operationName }) => operationName);
    expect([names.length, names[0], names[199]]).toEqual([200, 'Q201', 'Q2']);
  });

  it('lists its addresses where there are no pages', async () => {
    expect(await (await todo.get('/')).text()).toContain('href="/_tributary/"');
    expect((await todo.get('/elsewhere')).status).toBe(404);
  });

  it('speaks TLS on the same port', async () => {
    const { host, port } = new URL(todo.engine.url);
    const secure = httpsRequest({
      port,
      host: '127.0.0.1',
      path: '/amplify_outputs.json',
      rejectUnauthorized: false,
    });
    secure.end();
    const [response] = (await once(secure, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(response))).toMatchObject({ data: { url: `https://${host}/graphql` } });
    const socket = new WebSocket(`wss://${host}/graphql/realtime`, 'graphql-ws', {
      rejectUnauthorized: false,
      headers: { 'x-api-key': API_KEY },
    });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    const [ack] = (await once(socket, 'message')) as [Buffer];
    expect(ack.toString()).toContain('connection_ack');
    socket.terminate();
    expect((await todo.get('/health')).status).toBe(200);
  });
});

describe('pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-pages-'));
  const staticDirectory = join(folder, 'pages');
  let todo: TodoEngine;

  beforeAll(async () => {
    mkdirSync(join(staticDirectory, 'assets'), { recursive: true });
    writeFileSync(join(staticDirectory, 'index.html'), '<h1>Home</h1>');
    writeFileSync(join(staticDirectory, 'assets', 'index-BqD3x9_a.js'), 'export {};');
    writeFileSync(join(staticDirectory, 'assets', 'my-elephant.svg'), '<svg/>');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(staticDirectory, 'link.txt'));
    todo = await startTodoEngine({ staticDirectory });
  });
  afterAll(async () => {
    await todo.engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/orders/o-1', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/index-BqD3x9_a.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/my-elephant.svg', 'image/svg+xml', 'no-cache'],
  ])('sends %s', async (path, type, caching) => {
    const response = await todo.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(caching);
  });

  it('confirms what the browser has', async () => {
    const etag = (await todo.get('/')).headers.get('etag') ?? '';
    const again = await fetch(`${todo.engine.url}/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/%00.txt',
    '/%zz.txt',
    '/no.js',
  ])('has nothing at %s', async (path) => {
    const sent = request({ port: new URL(todo.engine.url).port, host: '127.0.0.1', path });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(404);
    expect(await text(response)).not.toBe('secret');
  });
});

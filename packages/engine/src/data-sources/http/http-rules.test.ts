/** The guide's page on HTTP resolvers, rule by rule, where no other test of this folder has it. */
import { type RequestListener, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createSelfSignedCertificate } from '../../server/certificate/self-signed-certificate.ts';
import { createHttpDataSource } from './http-data-source.ts';
import { isAllowedContentType } from './header-rules.ts';
import { parseHttpRequest } from './http-request.ts';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function answerOf(listener: RequestListener, timeoutMs = 10_000) {
  const endpoint = `http://127.0.0.1:${await listen(createServer(listener))}`;
  const source = createHttpDataSource({ name: 'web', endpoint, timeoutMs });
  return source.invoke({ method: 'GET', resourcePath: '/' }, { resolver: 'Query.a', requestId: 'r' });
}

function urlOf(resourcePath: string, query?: unknown, endpoint = 'https://api.example.com'): string {
  const parsed = parseHttpRequest({ method: 'GET', resourcePath, params: { query } }, endpoint);
  return parsed.ok ? parsed.url : parsed.message;
}

describe('addresses', () => {
  it.each([
    ['/v1/users', undefined, 'https://api.example.com/v1/users'],
    ['/', {}, 'https://api.example.com/'],
    ['/a b/ü', { q: 'a&b=c d' }, 'https://api.example.com/a%20b/%C3%BC?q=a%26b%3Dc+d'],
    ['/users?active=true', { page: 1 }, 'https://api.example.com/users?active=true&page=1'],
    ['/users/a%2Fb', undefined, 'https://api.example.com/users/a%2Fb'],
    [
      '/',
      { list: ['a', 1], flag: false, none: null },
      'https://api.example.com/?list=%5B%22a%22%2C1%5D&flag=false',
    ],
  ])('%s with %j', (resourcePath, query, url) => {
    expect(urlOf(resourcePath, query)).toBe(url);
  });

  it('joins the path of an endpoint and that of the resource', () => {
    expect(urlOf('/users', {}, 'https://api.example.com/v1/')).toBe('https://api.example.com/v1/users');
    expect(urlOf('//evil.example', {})).toBe('https://api.example.com//evil.example');
  });
});

describe('requests', () => {
  const bodyOf = (method: string, body: unknown) => {
    const parsed = parseHttpRequest({ method, resourcePath: '/', params: { body } }, 'http://localhost');
    return parsed.ok ? parsed.body : parsed.message;
  };

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s sends a body: text as it is, anything else as JSON',
    (method) => {
      expect(bodyOf(method, '<a>ü</a>')).toBe('<a>ü</a>');
      expect(bodyOf(method, { a: [1, null] })).toBe('{"a":[1,null]}');
      expect(bodyOf(method, [1])).toBe('[1]');
      expect(bodyOf(method, undefined)).toBeUndefined();
    },
  );

  it('GET sends none', () => {
    expect(bodyOf('GET', { a: 1 })).toBeUndefined();
  });

  it.each([
    'text/plain',
    'text/xml; charset=utf-8',
    'application/xml',
    'Application/JSON',
    'application/soap+xml',
    'application/x-amz-json-1.0',
    'application/x-amz-json-1.1',
    'application/vnd.api+json',
    'application/x-ndjson',
    'application/x-www-form-urlencoded',
  ])('takes the content type %s', (type) => {
    expect(isAllowedContentType(type)).toBe(true);
  });

  it.each(['image/png', 'multipart/form-data', 'application/json2', ''])(
    'refuses the content type "%s"',
    (type) => {
      expect(isAllowedContentType(type)).toBe(false);
    },
  );

  it('answers with an error where a header cannot be sent', async () => {
    const source = createHttpDataSource({ name: 'web', endpoint: 'http://127.0.0.1:1' });
    const request = { method: 'GET', resourcePath: '/', params: { headers: { 'x-a': 'two\nlines' } } };
    const call = { resolver: 'Query.a', requestId: 'r' };
    expect(await source.invoke(request, call)).toMatchObject({ error: { type: 'Http:RequestFailed' } });
  });
});

describe('answers', () => {
  it('have a body of text: compressed ones unpacked, no body empty, bytes read as UTF-8', async () => {
    const packed = await answerOf((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"a":"ü"}'));
    });
    expect(packed).toMatchObject({ result: { statusCode: 200, body: '{"a":"ü"}' } });
    const empty = await answerOf((_request, response) => response.writeHead(204).end());
    expect(empty).toMatchObject({ result: { statusCode: 204, body: '' } });
    const bytes = await answerOf((_request, response) => response.end(Buffer.from([0x61, 0xff, 0x62])));
    expect(bytes).toMatchObject({ result: { body: 'a\ufffdb' } });
  });

  it('end with the time limit in the middle of a body too', async () => {
    const answer = await answerOf((_request, response) => void response.write('begun'), 200);
    expect(answer).toEqual({
      kind: 'answered',
      result: null,
      error: { message: 'execution timed out', type: 'Http:ExecutionTimeoutException' },
    });
  });

  it('are refused from a server whose certificate nobody trusts, with the reason', async () => {
    const certificate = createSelfSignedCertificate({ now: new Date(), serialNumber: randomBytes(16) });
    const port = await listen(createTlsServer(certificate, (_request, response) => response.end('secret')));
    const source = createHttpDataSource({ name: 'web', endpoint: `https://localhost:${port}` });
    const call = { resolver: 'Query.a', requestId: 'r' };
    const answer = await source.invoke({ method: 'GET', resourcePath: '/' }, call);
    expect(answer).toMatchObject({ result: null, error: { type: 'Http:RequestFailed' } });
    expect(answer.error?.message).toMatch(
      /^The request to https:\/\/localhost:\d+ failed: self-signed certificate/,
    );
  });
});

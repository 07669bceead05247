/** A server that knows the credentials signs what it received anew, with the library that AWS's own SDKs use. */
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpDataSource } from './http-data-source.ts';
import { createRequestSigner } from './sign-request.ts';

const REGION = 'eu-west-1';
const SERVICE = 'execute-api';
const NOW = Date.UTC(2026, 10, 21, 8, 0, 0);
const credentials = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };

let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void verify(request).then((verdict) => response.end(JSON.stringify(verdict)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function verify(request: IncomingMessage) {
  const body = await text(request);
  const received = String(request.headers.authorization);
  const names = /SignedHeaders=([^,]+)/.exec(received)?.[1]?.split(';') ?? [];
  const url = new URL(request.url ?? '/', endpoint);
  const signer = new SignatureV4({ service: SERVICE, region: REGION, credentials, sha256: Sha256 });
  const signed = await signer.sign(
    {
      protocol: 'http:',
      hostname: url.hostname,
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(
        [...url.searchParams.keys()].map((key) => [key, url.searchParams.getAll(key)]),
      ),
      headers: Object.fromEntries(names.map((name) => [name, String(request.headers[name])])),
      body,
    },
    { signingDate: new Date(NOW), signableHeaders: new Set(names) },
  );
  return { isGenuine: signed.headers['authorization'] === received, names, body, headers: request.headers };
}

async function send(request: unknown, secretAccessKey = credentials.secretAccessKey) {
  const sign = createRequestSigner({
    region: REGION,
    service: SERVICE,
    credentials: { ...credentials, secretAccessKey },
    now: () => NOW,
  });
  const source = createHttpDataSource({ name: 'signed', endpoint, sign });
  const answer = await source.invoke(request, { resolver: 'Query.a', requestId: 'r' });
  if (answer.kind !== 'answered' || answer.error !== null) throw new Error(JSON.stringify(answer));
  return JSON.parse((answer.result as { body: string }).body) as Awaited<ReturnType<typeof verify>>;
}

describe('signed HTTP requests', () => {
  it.each([
    { method: 'GET', resourcePath: '/' },
    { method: 'GET', resourcePath: '/a path/ü?given=1', params: { query: { b: '2 & 3', a: 'ü', c: '*' } } },
    {
      method: 'POST',
      resourcePath: '/users',
      params: { headers: { 'Content-Type': 'application/json', 'X-Trace': '1' }, body: { name: 'Ünal' } },
    },
    { method: 'DELETE', resourcePath: '/users/1' },
  ])('%j carries a signature that the receiver can make itself', async (request) => {
    const seen = await send(request);
    expect(seen).toMatchObject({
      isGenuine: true,
      headers: {
        'x-amz-date': '20261121T080000Z',
        'x-amz-security-token': 'token',
        authorization: expect.stringContaining(
          'Credential=ASIAEXAMPLE/20261121/eu-west-1/execute-api/aws4_request',
        ),
      },
    });
    expect(seen.names).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token']));
  });

  it('signs the headers of the resolver, and sends the body as it was signed', async () => {
    const params = { headers: { 'X-Trace': '1' }, body: { name: 'Ünal' } };
    const seen = await send({ method: 'PUT', resourcePath: '/', params });
    expect(seen.names).toContain('x-trace');
    expect(seen).toMatchObject({ body: '{"name":"Ünal"}', headers: { 'x-trace': '1' } });
  });

  it('shows another key as a forgery', async () => {
    expect(await send({ method: 'GET', resourcePath: '/' }, 'other')).toMatchObject({ isGenuine: false });
  });
});

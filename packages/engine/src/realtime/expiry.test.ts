/** Credentials that end while they are in use, by the real authorizer under a clock that the test moves. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestAuthorizer } from '../authorization/testing/test-authorizer.ts';
import type { TestEndpoint } from './testing/test-endpoint.ts';
import { startTestEndpoint } from './testing/test-endpoint.ts';
import type { TestClient } from './testing/test-client.ts';
import { startFrame } from './testing/test-client.ts';

const NOW_EPOCH_SECONDS = 1_800_000_000;
const ISSUER = 'https://issuer.example';
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PROVIDER = {
  type: 'OPENID_CONNECT',
  issuer: ISSUER,
  clientId: undefined,
  issuedAtTtlMs: undefined,
  authenticatedAtTtlMs: 100_000,
} as const;
const NOT_AUTHORIZED = 'You are not authorized to make this call.';

function token(claims: Readonly<Record<string, unknown>>): string {
  const text = [
    { alg: 'ES256', kid: 'k' },
    { iss: ISSUER, iat: NOW_EPOCH_SECONDS, auth_time: NOW_EPOCH_SECONDS, ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

const key = (name: string) => ({ host: 'localhost', 'x-api-key': name });
const jwt = (seconds: number) => ({
  host: 'localhost',
  Authorization: token({ exp: NOW_EPOCH_SECONDS + seconds }),
});

/** Keep-alive frames come whenever they like. */
async function nextNews(client: TestClient): Promise<string> {
  const frame = await client.next();
  return frame === '{"type":"ka"}' ? nextNews(client) : frame;
}

describe('credentials that expire', () => {
  let test: TestEndpoint;
  beforeEach(async () => {
    const { authorize } = startTestAuthorizer({
      modes: ['API_KEY', 'OPENID_CONNECT'],
      providers: [PROVIDER],
      api: {
        apiKeys: [
          { key: 'da2-minute', expiresAtEpochSeconds: NOW_EPOCH_SECONDS + 60 },
          { key: 'da2-forever', expiresAtEpochSeconds: undefined },
        ],
      },
      options: {
        now: () => test.nowEpochMs(),
        fetchJson: (url) => {
          const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k' }];
          return Promise.resolve(
            url.endsWith('/keys') ? { keys } : { issuer: ISSUER, jwks_uri: `${ISSUER}/keys` },
          );
        },
      },
    });
    test = await startTestEndpoint(authorize);
  });
  afterEach(() => test.stop());

  const started = async (headers: object, connectHeaders: object = key('da2-forever')) => {
    const client = await test.connect(connectHeaders);
    client.send(startFrame('S1', undefined, headers));
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
    return client;
  };
  const unauthorized = (message: string) =>
    `{"type":"error","id":"S1","payload":{"errors":[{"errorType":"UnauthorizedException","message":"${message}"}]}}`;

  it.each([
    ['API key', key('da2-minute'), 60, NOT_AUTHORIZED],
    ['token', jwt(60), 60, 'Token has expired.'],
    ['token whose sign-in is too old', jwt(3600), 100, 'Token has expired.'],
  ])('end their subscription: %s', async (_what, headers, lifeSeconds, message) => {
    const client = await started(headers);
    test.advance((lifeSeconds - 1) * 1000);
    test.publish({ id: 'in time' });
    expect(await nextNews(client)).toContain('in time');
    test.advance(1000);
    expect(await nextNews(client)).toBe(unauthorized(message));
  });

  it('leave other subscriptions of the connection alone, and the id free', async () => {
    const client = await started(key('da2-minute'));
    client.send(startFrame('S2', undefined, key('da2-forever')));
    expect(await client.next()).toContain('"start_ack"');
    test.advance(60_000);
    expect(await nextNews(client)).toBe(unauthorized(NOT_AUTHORIZED));
    test.publish({ id: '1' });
    expect(await nextNews(client)).toBe('{"type":"data","id":"S2","payload":{"data":{"onAdd":{"id":"1"}}}}');
    client.send(startFrame('S1', undefined, key('da2-forever')));
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
    client.send(startFrame('S3', undefined, key('da2-minute')));
    expect(await client.next()).toContain(NOT_AUTHORIZED);
  });

  it('are forgotten with their subscription', async () => {
    const client = await started(key('da2-minute'));
    client.send({ type: 'stop', id: 'S1' });
    expect(await client.next()).toBe('{"type":"complete","id":"S1"}');
    client.send(startFrame('S1', undefined, key('da2-forever')));
    expect(await client.next()).toBe('{"type":"start_ack","id":"S1"}');
    test.advance(60_000);
    expect(await client.next()).toBe('{"type":"ka"}');
    await client.settle();
  });

  it.each([
    ['API key', key('da2-minute'), NOT_AUTHORIZED],
    ['token', jwt(60), 'Token has expired.'],
  ])('end the connection that was opened with them: %s', async (_what, headers, message) => {
    const client = await test.connect(headers);
    test.advance(59_000);
    await client.settle();
    test.advance(1000);
    expect(await nextNews(client)).toBe(
      '{"type":"connection_error","payload":{"errors":[{"errorType":"com.amazonaws.deepdish.graphql.auth#' +
        `UnauthorizedException","message":"${message}","errorCode":400}]}}`,
    );
    expect(await client.closed).toBe(1008);
    await expect.poll(() => test.endpoint.openSocketCount()).toBe(0);
  });
});

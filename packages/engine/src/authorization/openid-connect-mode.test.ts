/** AppSync developer guide, "OPENID_CONNECT authorization", sentence by sentence. */
import { describe, expect, it } from 'vitest';
import type { AuthenticationProviderModel, OpenIdConnectProviderModel } from '../model/app-model.ts';
import { NOT_AUTHORIZED, NOW_EPOCH_SECONDS, startTestAuthorizer } from './testing/test-authorizer.ts';
import { createTestIssuer } from './testing/test-issuer.ts';

const ISSUER = 'https://issuer.example/tenant';
const EXPIRED = { kind: 'unauthorized', message: 'Token has expired.' };

function start(
  config: Partial<OpenIdConnectProviderModel> = {},
  more: {
    readonly providers?: readonly AuthenticationProviderModel[];
    readonly changeKey?: Readonly<Record<string, unknown>>;
    readonly isOnlyMode?: boolean;
  } = {},
) {
  const issuer = createTestIssuer(ISSUER, more.changeKey);
  const provider: OpenIdConnectProviderModel = {
    type: 'OPENID_CONNECT',
    issuer: ISSUER,
    clientId: undefined,
    issuedAtTtlMs: undefined,
    authenticatedAtTtlMs: undefined,
    ...config,
  };
  const { call } = startTestAuthorizer({
    modes: more.isOnlyMode === true ? ['OPENID_CONNECT'] : ['OPENID_CONNECT', 'API_KEY'],
    providers: [provider, ...(more.providers ?? [])],
    options: { fetchJson: issuer.fetchJson },
  });
  const send = (claims: Readonly<Record<string, unknown>> = {}, prefix = '') =>
    call({ authorization: prefix + issuer.token(claims) });
  return { ...issuer, send };
}

describe('OpenID Connect', () => {
  it('finds the keys by the configuration of the issuer, and makes the token the identity', async () => {
    const { send, fetched } = start();
    expect(await send({ scope: 'read' })).toMatchObject({
      kind: 'authorized',
      caller: {
        authenticationType: 'OPENID_CONNECT',
        identity: { issuer: ISSUER, sub: 'ann', claims: { iss: ISSUER, sub: 'ann', scope: 'read' } },
      },
    });
    expect(fetched).toEqual([`${ISSUER}/.well-known/openid-configuration`, `${ISSUER}/keys`]);
  });

  it.each(['', 'Bearer ', 'bearer '])('takes a token behind "%s"', async (prefix) => {
    expect((await start().send({}, prefix)).kind).toBe('authorized');
  });

  it.each([
    ['kty', { kty: undefined }],
    ['kid', { kid: undefined }],
    ['that kid', { kid: 'key-2' }],
  ])('needs a key with %s', async (_what, changeKey) => {
    expect(await start({}, { changeKey }).send()).toEqual(NOT_AUTHORIZED);
  });

  it.each([
    ['iat', { iat: undefined }, NOT_AUTHORIZED],
    ['an iat that is a number', { iat: String(NOW_EPOCH_SECONDS) }, NOT_AUTHORIZED],
    ['an exp to come', { exp: NOW_EPOCH_SECONDS }, EXPIRED],
    ['an nbf that has passed', { nbf: NOW_EPOCH_SECONDS + 1 }, NOT_AUTHORIZED],
  ])('wants %s', async (_what, claims, answer) => {
    expect(await start().send(claims)).toEqual(answer);
  });

  it('does without exp and auth_time', async () => {
    expect((await start().send({ exp: undefined })).kind).toBe('authorized');
  });

  it.each([
    ['IatTTL', { issuedAtTtlMs: 10_001 }, {}, 'authorized'],
    ['IatTTL', { issuedAtTtlMs: 10_000 }, {}, 'unauthorized'],
    ['IatTTL', { issuedAtTtlMs: 0 }, {}, 'authorized'],
    ['AuthTTL', { authenticatedAtTtlMs: 5_001 }, { auth_time: NOW_EPOCH_SECONDS - 5 }, 'authorized'],
    ['AuthTTL', { authenticatedAtTtlMs: 5_000 }, { auth_time: NOW_EPOCH_SECONDS - 5 }, 'unauthorized'],
    ['AuthTTL', { authenticatedAtTtlMs: 5_000 }, {}, 'unauthorized'],
  ])('counts milliseconds of %s: %j', async (_what, config, claims, kind) => {
    expect((await start(config).send(claims)).kind).toBe(kind);
  });

  it.each([
    ['web', { aud: 'web' }, 'authorized'],
    ['web', { azp: 'web' }, 'authorized'],
    ['web', { aud: ['api', 'web'] }, 'authorized'],
    ['web|phone', { aud: 'phone' }, 'authorized'],
    ['web', { aud: 'web-2' }, 'unauthorized'],
    ['web', { aud: 'phone', azp: 'tablet' }, 'unauthorized'],
    ['web', {}, 'unauthorized'],
    ['(', { aud: '(' }, 'unauthorized'],
  ])('matches the ClientId %s with %j', async (clientId, claims, kind) => {
    expect((await start({ clientId }).send(claims)).kind).toBe(kind);
  });

  it('does not compare the issuer where it is the only mode', async () => {
    const foreign = { iss: 'https://elsewhere.example' };
    expect((await start({}, { isOnlyMode: true }).send(foreign)).kind).toBe('authorized');
    expect(await start().send(foreign)).toEqual(NOT_AUTHORIZED);
  });

  it('chooses among several providers by the issuer', async () => {
    const other: OpenIdConnectProviderModel = {
      type: 'OPENID_CONNECT',
      issuer: 'https://other.example',
      clientId: 'never',
      issuedAtTtlMs: undefined,
      authenticatedAtTtlMs: undefined,
    };
    const { send } = start({}, { providers: [other] });
    expect((await send({ aud: 'web' })).kind).toBe('authorized');
    expect(await send({ aud: 'web', iss: other.issuer })).toEqual(NOT_AUTHORIZED);
  });
});

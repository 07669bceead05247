/** AppSync developer guide, "AMAZON_COGNITO_USER_POOLS authorization", sentence by sentence. */
import { describe, expect, it } from 'vitest';
import type { UserPoolProviderModel } from '../model/app-model.ts';
import { NOT_AUTHORIZED, NOW_EPOCH_SECONDS, startTestAuthorizer } from './testing/test-authorizer.ts';
import { createTestIssuer } from './testing/test-issuer.ts';

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pool';
const ID_TOKEN = { token_use: 'id', aud: 'web', 'cognito:username': 'ann-1', 'cognito:groups': ['Admins'] };
const ACCESS_TOKEN = { token_use: 'access', client_id: 'web', username: 'ann-1' };

function start(config: Partial<UserPoolProviderModel> = {}) {
  const issuer = createTestIssuer(ISSUER);
  const pool: UserPoolProviderModel = {
    type: 'AMAZON_COGNITO_USER_POOLS',
    userPoolId: 'eu-west-1_Pool',
    region: 'eu-west-1',
    defaultAction: 'ALLOW',
    appIdClientRegex: undefined,
    ...config,
  };
  const second: UserPoolProviderModel = { ...pool, userPoolId: 'eu-west-1_Other', appIdClientRegex: 'never' };
  const { call } = startTestAuthorizer({
    modes: ['AMAZON_COGNITO_USER_POOLS', 'AMAZON_COGNITO_USER_POOLS'],
    providers: [pool, second],
    options: { fetchJson: issuer.fetchJson },
  });
  const send = (claims: Readonly<Record<string, unknown>>, prefix = '') =>
    call({ authorization: prefix + issuer.token(claims) });
  return { ...issuer, send };
}

describe('user pools', () => {
  it('take id tokens, whose groups count', async () => {
    const { send, fetched } = start({ defaultAction: 'DENY' });
    expect(await send(ID_TOKEN)).toMatchObject({
      kind: 'authorized',
      caller: {
        authenticationType: 'AMAZON_COGNITO_USER_POOLS',
        identity: {
          claims: ID_TOKEN,
          defaultAuthStrategy: 'DENY',
          groups: ['Admins'],
          issuer: ISSUER,
          sourceIp: ['127.0.0.1'],
          sub: 'ann',
          username: 'ann-1',
        },
      },
    });
    expect(fetched).toEqual([`${ISSUER}/.well-known/jwks.json`]);
  });

  it('take access tokens', async () => {
    expect(await start().send(ACCESS_TOKEN)).toMatchObject({
      caller: { identity: { username: 'ann-1', groups: null } },
    });
  });

  it.each(['Bearer ', 'bearer '])('take a token behind "%s"', async (prefix) => {
    expect((await start().send(ID_TOKEN, prefix)).kind).toBe('authorized');
  });

  it.each([
    ['of another use', { token_use: 'refresh', aud: 'web' }],
    ['without a client', { token_use: 'access', aud: 'web' }],
    ['of another issuer', { ...ID_TOKEN, iss: `${ISSUER}2` }],
    ['without an end', { ...ID_TOKEN, exp: undefined }],
    [
      'of another pool of the API, for an app client that this one does not admit',
      { ...ID_TOKEN, iss: ISSUER.replace('Pool', 'Other') },
    ],
  ])('refuse a token %s', async (_what, claims) => {
    expect(await start().send(claims)).toEqual(NOT_AUTHORIZED);
  });

  it('say that a token has expired', async () => {
    expect(await start().send({ ...ID_TOKEN, exp: NOW_EPOCH_SECONDS })).toEqual({
      kind: 'unauthorized',
      message: 'Token has expired.',
    });
  });

  it.each([
    ['web', ID_TOKEN, 'authorized'],
    ['web', ACCESS_TOKEN, 'authorized'],
    ['w.b|phone', ID_TOKEN, 'authorized'],
    ['we', ID_TOKEN, 'unauthorized'],
    ['phone', ACCESS_TOKEN, 'unauthorized'],
    ['(', ID_TOKEN, 'unauthorized'],
  ])('match the AppIdClientRegex %s', async (appIdClientRegex, claims, kind) => {
    expect((await start({ appIdClientRegex }).send(claims)).kind).toBe(kind);
  });
});

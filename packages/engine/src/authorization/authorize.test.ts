import { describe, expect, it } from 'vitest';
import { NOT_AUTHORIZED, NOW_EPOCH_SECONDS, startTestAuthorizer } from './testing/test-authorizer.ts';

const JWT = `Bearer ${[{ alg: 'RS256' }, { iss: 'https://elsewhere.example' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.')}.c2ln`;

const { call } = startTestAuthorizer({
  modes: ['API_KEY', 'AWS_IAM'],
  api: {
    apiKeys: [
      { key: 'da2-good', expiresAtEpochSeconds: NOW_EPOCH_SECONDS + 1 },
      { key: 'da2-old', expiresAtEpochSeconds: NOW_EPOCH_SECONDS },
      { key: 'da2-forever', expiresAtEpochSeconds: undefined },
    ],
  },
});

describe('API keys', () => {
  it.each(['da2-good', 'da2-forever', 'da2-local'])('D54 accepts the key %s, identity null', async (key) => {
    expect(await call({ 'x-api-key': key })).toMatchObject({
      kind: 'authorized',
      caller: { authenticationType: 'API_KEY', identity: null },
    });
  });

  it.each(['da2-old', 'da2-goo', 'da2-good2', 'DA2-GOOD'])('refuses the key %s', async (key) => {
    expect(await call({ 'x-api-key': key })).toEqual(NOT_AUTHORIZED);
  });
});

describe('D5 credentials by their shape', () => {
  it.each([{}, { 'x-api-key': '' }, { authorization: ' ' }])('asks for a credential: %j', async (headers) => {
    expect(await call(headers)).toEqual({ kind: 'unauthorized', message: 'Missing authorization header' });
  });

  it.each([{ authorization: JWT }, { authorization: 'secret' }])(
    'refuses what no mode of the API reads: %j',
    async (headers) => {
      const message = 'Valid authorization header not provided.';
      expect(await call(headers)).toEqual({ kind: 'unauthorized', message });
    },
  );

  it('refuses a key where the API has no keys, even the local one', async () => {
    const keyless = startTestAuthorizer({ modes: ['AWS_IAM'] });
    expect((await keyless.call({ 'x-api-key': 'da2-local' })).kind).toBe('unauthorized');
  });

  it('gives a Lambda authorizer whatever no other mode claims', async () => {
    const asked: unknown[] = [];
    const lambdaOnly = startTestAuthorizer({
      modes: ['AWS_LAMBDA'],
      providers: [
        {
          type: 'AWS_LAMBDA',
          functionName: 'f',
          resultTtlSeconds: 0,
          identityValidationExpression: undefined,
        },
      ],
      lambda: (event) => {
        asked.push((event as { authorizationToken: unknown }).authorizationToken);
        return { isAuthorized: true };
      },
    });
    const texts = [JWT, 'secret', 'AWS4-HMAC-SHA256 Credential=x'];
    for (const authorization of texts) await lambdaOnly.call({ authorization });
    expect(asked).toEqual(texts);
  });

  it('never gives a token or a signature to the Lambda authorizer beside the modes that read them', async () => {
    const mixed = startTestAuthorizer({
      modes: ['AWS_LAMBDA', 'AWS_IAM', 'OPENID_CONNECT'],
      providers: [
        {
          type: 'AWS_LAMBDA',
          functionName: 'f',
          resultTtlSeconds: 0,
          identityValidationExpression: undefined,
        },
      ],
      lambda: () => ({ isAuthorized: true }),
    });
    expect(await mixed.call({ authorization: JWT })).toEqual(NOT_AUTHORIZED);
    expect(await mixed.call({ authorization: 'AWS4-HMAC-SHA256 Credential=x' })).toEqual(NOT_AUTHORIZED);
    expect((await mixed.call({ authorization: 'secret' })).kind).toBe('authorized');
  });
});

import { describe, expect, it } from 'vitest';
import type { ApiModel } from '../model/app-model.ts';
import type { CredentialHeaders } from './credential.ts';
import { authorize } from './authorize.ts';

const NOW_EPOCH_MS = 1_800_000_000_000;
const NOW_EPOCH_SECONDS = NOW_EPOCH_MS / 1000;

const api: ApiModel = {
  id: 'api',
  name: 'api',
  schema: 'type Query { a: Int }',
  defaultAuthentication: 'API_KEY',
  additionalAuthentication: ['AWS_IAM'],
  apiKeys: [
    { key: 'da2-good', expiresAtEpochSeconds: NOW_EPOCH_SECONDS + 1 },
    { key: 'da2-old', expiresAtEpochSeconds: NOW_EPOCH_SECONDS },
    { key: 'da2-forever', expiresAtEpochSeconds: undefined },
  ],
  environment: {},
  isIntrospectionEnabled: true,
  queryDepthLimit: 0,
  resolverCountLimit: 10_000,
  dataSources: [],
  functions: [],
  resolvers: [],
};

const check = (headers: CredentialHeaders, model: ApiModel = api) =>
  authorize(model, headers, { extraApiKey: 'da2-local', now: () => NOW_EPOCH_MS });

const accepted = { kind: 'authorized', caller: { authenticationType: 'API_KEY', identity: null } };
const refused = { kind: 'unauthorized', message: 'You are not authorized to make this call.' };

describe('authorize', () => {
  it.each(['da2-good', 'da2-forever', 'da2-local'])('accepts the key %s', async (key) => {
    expect(await check({ 'x-api-key': key })).toEqual(accepted);
  });

  it.each(['da2-old', 'da2-goo', 'da2-good2', 'DA2-GOOD'])('refuses the key %s', async (key) => {
    expect(await check({ 'x-api-key': key })).toEqual(refused);
  });

  it.each([{}, { 'x-api-key': '' }, { authorization: ' ' }])('asks for a credential: %j', async (headers) => {
    expect(await check(headers)).toEqual({ kind: 'unauthorized', message: 'Missing authorization header' });
  });

  it('names an enabled mode that it does not run', async () => {
    expect(await check({ authorization: 'AWS4-HMAC-SHA256 Credential=x' })).toEqual({
      kind: 'unauthorized',
      message: 'The local engine does not check AWS_IAM credentials. Use an API key (header x-api-key).',
    });
  });

  it('refuses credentials of modes that the API does not have', async () => {
    expect(await check({ authorization: 'Bearer aa.bb.cc' })).toEqual(refused);
    expect(await check({ authorization: 'secret' })).toEqual(refused);
    expect(
      await check(
        { 'x-api-key': 'da2-local' },
        { ...api, defaultAuthentication: 'AWS_IAM', additionalAuthentication: [] },
      ),
    ).toEqual(refused);
  });
});

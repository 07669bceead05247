import { describe, expect, it } from 'vitest';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const ApiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
const pool = (UserPoolId: string) => ({
  AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
  UserPoolConfig: { UserPoolId, DefaultAction: 'ALLOW', AwsRegion: 'eu-west-1' },
});
const oidc = (Issuer: string) => ({
  AuthenticationType: 'OPENID_CONNECT',
  OpenIDConnectConfig: { Issuer, IatTTL: 1000, AuthTTL: '2000', ClientId: 'web' },
});
const lambda = (config: Readonly<Record<string, unknown>> = {}) => ({
  AuthenticationType: 'AWS_LAMBDA',
  LambdaAuthorizerConfig: {
    AuthorizerUri: 'arn:aws:lambda:eu-west-1:1:function:authorize:live',
    ...config,
  },
});
const KEY = { AuthenticationType: 'API_KEY' };
const IAM = { AuthenticationType: 'AWS_IAM' };

async function load(
  first: Readonly<Record<string, unknown>>,
  more: readonly unknown[],
  keys: readonly Readonly<Record<string, unknown>>[] = [],
) {
  const Resources = {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: { Name: 'shop', ...first, AdditionalAuthenticationProviders: more },
    },
    Schema: {
      Type: 'AWS::AppSync::GraphQLSchema',
      Properties: { ApiId, Definition: 'type Query { a: String }' },
    },
    ...Object.fromEntries(
      keys.map((key, index) => [
        `Key${index}`,
        { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId, ...key } },
      ]),
    ),
  };
  const directory = await writeAssembly({ Shop: { template: { Resources } } });
  const result = await loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000' });
  return result.ok ? result.model.apis[0] : result.errors.join();
}

describe('authorization modes of an API', () => {
  it('are read with their settings, the function of an authorizer by version or alias too', async () => {
    expect(await load(oidc('https://a.example'), [lambda(), pool('p1'), pool('p2'), KEY, IAM])).toMatchObject(
      {
        defaultAuthentication: 'OPENID_CONNECT',
        authenticationProviders: [
          { issuer: 'https://a.example', clientId: 'web', issuedAtTtlMs: 1000, authenticatedAtTtlMs: 2000 },
          { type: 'AWS_LAMBDA', functionName: 'authorize', resultTtlSeconds: 0 },
          { userPoolId: 'p1', region: 'eu-west-1', defaultAction: 'ALLOW' },
          { userPoolId: 'p2' },
        ],
      },
    );
  });

  it.each([
    ['API_KEY', KEY, [KEY], 'has the authorization mode API_KEY twice'],
    ['AWS_IAM', KEY, [IAM, IAM], 'has the authorization mode AWS_IAM twice'],
    ['AWS_LAMBDA', lambda(), [lambda()], 'has the authorization mode AWS_LAMBDA twice'],
    ['a user pool', pool('p'), [KEY, pool('p')], 'names the user pool p in two'],
    ['an issuer', oidc('https://a'), [oidc('https://a')], 'names the issuer https://a in two'],
  ])('are refused where %s is repeated', async (_what, first, more, message) => {
    expect(await load(first, more)).toContain(`The API "shop" ${message}`);
  });

  it.each([
    [50, undefined],
    [51, 'has 51 additional authorization modes; AppSync allows 50.'],
  ])('are %i at most', async (count, message) => {
    const issuers = Array.from({ length: count }, (_, index) => oidc(`https://issuer-${index}.example`));
    const loaded = await load(KEY, issuers);
    if (message === undefined) expect(loaded).toMatchObject({ name: 'shop' });
    else expect(loaded).toContain(message);
  });

  it.each([
    [3600, undefined],
    [3601, 'outside of 0 to 3600. Received: 3601'],
    [-1, 'outside of 0 to 3600. Received: -1'],
  ])('keep answers of an authorizer for %i seconds', async (AuthorizerResultTtlInSeconds, message) => {
    const loaded = await load(lambda({ AuthorizerResultTtlInSeconds }), []);
    if (message === undefined) expect(loaded).toMatchObject({ name: 'shop' });
    else expect(loaded).toContain(message);
  });
});

describe('API keys of an API', () => {
  it('end when the template says so', async () => {
    expect(await load(KEY, [], [{ Expires: 1_800_000_000 }, {}])).toMatchObject({
      apiKeys: [{ expiresAtEpochSeconds: 1_800_000_000 }, { expiresAtEpochSeconds: undefined }],
    });
  });

  it('are 50 at most', async () => {
    expect(
      await load(
        KEY,
        [],
        Array.from({ length: 50 }, () => ({})),
      ),
    ).toMatchObject({
      name: 'shop',
    });
    expect(
      await load(
        KEY,
        [],
        Array.from({ length: 51 }, () => ({})),
      ),
    ).toContain('has 51 API keys; AppSync allows 50.');
  });
});

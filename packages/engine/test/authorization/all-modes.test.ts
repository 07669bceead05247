/** Callers of every mode against fields of every mode, over HTTP: what is not theirs never leaves the engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphqlBody } from '../start-todo-engine.ts';
import type { AllModesEngine } from './start-all-modes-engine.ts';
import { startAllModesEngine } from './start-all-modes-engine.ts';

const QUERY = `{
  byDefault byKey byIam byPool byAdmins byOidc byLambda deniedByLambda
  box { open forIam forAdmins denied }
  vault { gold forKey }
}`;
const BODY = JSON.stringify({ query: QUERY });

const NOTHING = {
  byDefault: null,
  byKey: null,
  byIam: null,
  byPool: null,
  byAdmins: null,
  byOidc: null,
  byLambda: null,
  deniedByLambda: null,
  box: { open: 'open', forIam: null, forAdmins: null, denied: 'secret' },
  vault: { gold: null, forKey: null },
};

interface Row {
  readonly caller: string;
  readonly sees: Readonly<Record<string, unknown>>;
  readonly headers: (engine: AllModesEngine) => Promise<Record<string, string>>;
}

const bearer = async (token: Promise<string> | string) => ({ authorization: await token });

const TABLE: readonly Row[] = [
  {
    caller: 'an API key',
    sees: { byDefault: 'default', byKey: 'key', vault: { gold: null, forKey: 'key' } },
    headers: () => Promise.resolve({ 'x-api-key': 'da2-test' }),
  },
  {
    caller: 'an IAM user',
    sees: {
      byIam: 'iam',
      box: { open: 'open', forIam: 'secret', forAdmins: null, denied: 'secret' },
      vault: { gold: 'gold', forKey: null },
    },
    headers: (engine) => engine.sign(BODY),
  },
  {
    caller: 'a user of the pool',
    sees: { byPool: 'pool' },
    headers: (engine) => bearer(engine.accessToken('ann')),
  },
  {
    caller: 'an administrator of the pool',
    sees: {
      byPool: 'pool',
      byAdmins: 'admins',
      box: { open: 'open', forIam: null, forAdmins: 'secret', denied: 'secret' },
    },
    headers: (engine) => bearer(engine.accessToken('bob', ['Admins'])),
  },
  {
    caller: 'a user of an OpenID Connect provider',
    sees: { byOidc: 'oidc' },
    headers: ({ provider }) => bearer(`Bearer ${provider.token()}`),
  },
  {
    caller: 'a user of an OpenID Connect provider who claims to be an administrator',
    sees: { byOidc: 'oidc' },
    headers: ({ provider }) => bearer(provider.token({ 'cognito:groups': ['Admins'] })),
  },
  {
    caller: 'a caller whom the Lambda authorizer admits',
    sees: { byLambda: 'lambda', box: { open: 'open', forIam: null, forAdmins: null, denied: null } },
    headers: () => bearer('let-me-in'),
  },
];

/** Response paths of what is null. */
function nullPaths(value: object, path: readonly string[] = []): string[] {
  return Object.entries(value).flatMap(([key, child]) => {
    if (child === null) return [[...path, key].join('.')];
    return typeof child === 'object' ? nullPaths(child as object, [...path, key]) : [];
  });
}

describe('one API with all modes', () => {
  let engine: AllModesEngine;
  beforeAll(async () => {
    engine = await startAllModesEngine();
  });
  afterAll(() => engine.stop());

  const post = async (body: string, headers: Record<string, string>) => {
    const response = await fetch(`${engine.engine.url}/graphql`, { method: 'POST', body, headers });
    return { status: response.status, body: (await response.json()) as GraphqlBody };
  };

  it.each(TABLE)('D6 D52 shows $caller their own fields only', async ({ sees, headers }) => {
    const { status, body } = await post(BODY, await headers(engine));
    expect(status).toBe(200);
    expect(body.data).toEqual({ ...NOTHING, ...sees });
    const refused = (body.errors ?? []).map(({ path }) => (path as string[]).join('.'));
    expect(refused.toSorted()).toEqual(nullPaths(body.data ?? {}).toSorted());
    for (const { errorType, message } of body.errors ?? []) {
      expect(errorType).toBe('Unauthorized');
      expect(message).toMatch(/^Not Authorized to access \w+ on type \w+$/);
    }
  });

  it('D53 does not run what an authorizer denies', async () => {
    const mutation = JSON.stringify({
      query: 'mutation { ringDenied(id: 1) { id } ring(id: 2) { id forIam } }',
    });
    const { body } = await post(mutation, { authorization: 'let-me-in' });
    expect(body.data).toEqual({ ringDenied: null, ring: { id: '2', forIam: null } });
    const traces = await engine.traces();
    expect(traces[0]?.calls.map(({ resolver }) => resolver)).toEqual(['Mutation.ring']);
  });

  const identityOf = async (headers: (body: string) => Promise<Record<string, string>>): Promise<unknown> => {
    const body = JSON.stringify({ query: 'query Who { identity }', operationName: 'Who' });
    const answer = await post(body, await headers(body));
    return JSON.parse(String(answer.body.data?.['identity']));
  };

  it('D54 gives each mode the identity that AWS gives it', async () => {
    expect(await identityOf(() => Promise.resolve({ 'x-api-key': 'da2-test' }))).toBeNull();
    expect(await identityOf((body) => engine.sign(body))).toEqual({
      accountId: '000000000000',
      cognitoIdentityAuthProvider: null,
      cognitoIdentityAuthType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      sourceIp: ['127.0.0.1'],
      userArn: 'arn:aws:iam::000000000000:user/local',
      username: 'local',
    });
    expect(await identityOf(() => bearer('any Who'))).toEqual({ resolverContext: { operation: 'Who' } });
    const oidc = await identityOf(() => bearer(engine.provider.token({ role: 'r' })));
    expect(oidc).toEqual({
      sub: 'somebody',
      issuer: engine.provider.issuer,
      claims: expect.objectContaining({ role: 'r' }),
    });
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${engine.pool.userPoolId}`;
    const token = await engine.accessToken('carl', ['Admins']);
    const forwarded = { authorization: token, 'x-forwarded-for': '10.0.0.1, 10.0.0.2' };
    expect(await identityOf(() => Promise.resolve(forwarded))).toEqual({
      claims: expect.objectContaining({ token_use: 'access', client_id: engine.pool.clientId, iss: issuer }),
      defaultAuthStrategy: 'ALLOW',
      groups: ['Admins'],
      issuer,
      sourceIp: ['10.0.0.1', '10.0.0.2', '127.0.0.1'],
      sub: expect.stringMatching(/^[\da-f-]{36}$/),
      username: 'carl',
    });
  });

  const REFUSED = 'You are not authorized to make this call.';

  it.each<[string, string, (engine: AllModesEngine) => Promise<Record<string, string>>]>([
    ['no credential', 'Missing authorization header', () => Promise.resolve({})],
    ['an unknown key', REFUSED, () => Promise.resolve({ 'x-api-key': 'da2-wrong' })],
    ['a token that the authorizer does not know', REFUSED, () => bearer('let-me-out')],
    ['a token of another issuer', REFUSED, ({ provider }) => bearer(provider.token({ iss: 'http://x' }))],
    ['an expired token', 'Token has expired.', ({ provider }) => bearer(provider.token({ exp: 1 }))],
    ['a token without iat', REFUSED, ({ provider }) => bearer(provider.token({ iat: undefined }))],
    ['a changed token', REFUSED, async (e) => bearer(`${(await e.accessToken('dora')).slice(0, -6)}AAAAAA`)],
    ['a wrong secret', REFUSED, (e) => e.sign(BODY, { secretAccessKey: 'other' })],
    ['a signature over another body', REFUSED, (e) => e.sign('{}')],
    ['a signature for another region', REFUSED, (e) => e.sign(BODY, { region: 'eu-north-1' })],
    ['a signature for another path', REFUSED, (e) => e.sign(BODY, { path: '/graphql/connect' })],
    ['an old signature', REFUSED, (e) => e.sign(BODY, { date: new Date(Date.now() - 6 * 60_000) })],
  ])('D5 answers %s with 401', async (_what, message, headers) => {
    const { status, body } = await post(BODY, await headers(engine));
    expect({ status, body }).toEqual({
      status: 401,
      body: { errors: [{ errorType: 'UnauthorizedException', message }] },
    });
  });
});

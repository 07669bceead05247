import { describe, expect, it } from 'vitest';
import type { LambdaAuthorizerModel } from '../../model/app-model.ts';
import {
  NOT_AUTHORIZED,
  NOW_EPOCH_MS,
  startTestAuthorizer,
  toHttpRequest,
} from '../testing/test-authorizer.ts';
import type { TestAuthorizer } from '../testing/test-authorizer.ts';

const AUTHORIZER: LambdaAuthorizerModel = {
  type: 'AWS_LAMBDA',
  functionName: 'authorizer',
  resultTtlSeconds: 0,
  identityValidationExpression: undefined,
};

const start = (
  lambda: (event: unknown) => unknown,
  authorizer: Partial<LambdaAuthorizerModel> = {},
  options: TestAuthorizer['options'] = {},
) =>
  startTestAuthorizer({
    modes: ['AWS_LAMBDA'],
    providers: [{ ...AUTHORIZER, ...authorizer }],
    lambda,
    options,
  });

const secret = { authorization: 'secret' };

describe('D53 Lambda authorizer', () => {
  it('gets the event that AppSync sends', async () => {
    const events: unknown[] = [];
    const { call, authorize } = start((event) => {
      events.push(event);
      return { isAuthorized: true };
    });
    const headers = { ...secret, host: 'localhost', cookie: 'a=b' };
    await call(headers, { query: 'query Q($a: Int) { a }', operationName: 'Q', variables: { a: 1 } });
    await authorize({ kind: 'connect', headers, sourceIp: [], requestId: 'request-2' });
    const requestHeaders = { authorization: 'secret', host: 'localhost' };
    const api = { apiId: 'testapi', accountId: '123456789012' };
    expect(events).toEqual([
      {
        authorizationToken: 'secret',
        requestContext: {
          ...api,
          requestId: 'request-1',
          queryString: 'query Q($a: Int) { a }',
          operationName: 'Q',
          variables: { a: 1 },
        },
        requestHeaders,
      },
      {
        authorizationToken: 'secret',
        requestContext: {
          ...api,
          requestId: 'request-2',
          queryString: '',
          operationName: 'DeepDish:Connect',
          variables: {},
        },
        requestHeaders,
      },
    ]);
  });

  it('D54 makes its resolverContext the identity and limits denied fields to this API', async () => {
    const { call } = start(() => ({
      isAuthorized: true,
      resolverContext: { tenant: 'a', level: 2 },
      deniedFields: [
        'Mutation.create',
        'arn:aws:appsync:eu-west-1:123456789012:apis/testapi/types/Post/fields/title',
        'arn:aws:appsync:eu-west-1:123456789012:apis/otherapi/types/Post/fields/id',
      ],
    }));
    expect(await call(secret)).toEqual({
      kind: 'authorized',
      caller: {
        authenticationType: 'AWS_LAMBDA',
        identity: { resolverContext: { tenant: 'a', level: 2 } },
        deniedFields: ['Mutation.create', 'Post.title'],
      },
    });
  });

  it.each([
    {},
    null,
    'yes',
    [],
    { isAuthorized: false },
    { isAuthorized: 'true' },
    { isAuthorized: 1 },
    { isAuthorized: true, deniedFields: 'Query.a' },
    { isAuthorized: true, deniedFields: ['Query'] },
    { isAuthorized: true, deniedFields: [null] },
    { isAuthorized: true, resolverContext: { nested: {} } },
    { isAuthorized: true, resolverContext: 'text' },
  ])('refuses the answer %j', async (answer) => {
    expect(await start(() => answer).call(secret)).toEqual(NOT_AUTHORIZED);
  });

  it.each([
    [5 * 1024 * 1024, 'authorized'],
    [5 * 1024 * 1024 + 1, 'unauthorized'],
  ])('takes a resolverContext of %i bytes or not', async (sizeBytes, kind) => {
    const text = 'x'.repeat(sizeBytes - '{"text":""}'.length);
    const { call } = start(() => ({ isAuthorized: true, resolverContext: { text } }));
    expect((await call(secret)).kind).toBe(kind);
  });

  it('refuses when the function throws, and tells why on the terminal only', async () => {
    const { call, warnings } = start(() => {
      throw new Error('no table');
    });
    expect(await call(secret)).toEqual(NOT_AUTHORIZED);
    expect(warnings).toEqual([
      'The Lambda authorizer "authorizer" refuses a call because it failed: no table',
    ]);
  });

  it('refuses when the function does not answer in time', async () => {
    const { call, warnings } = start(() => new Promise(() => undefined), {}, { authorizerTimeoutMs: 5 });
    expect(await call(secret)).toEqual(NOT_AUTHORIZED);
    expect(warnings).toHaveLength(1);
  });

  it('does not ask for tokens that fail the identity validation expression', async () => {
    let calls = 0;
    const { call } = start(() => ({ isAuthorized: (calls += 1) > 0 }), {
      identityValidationExpression: '[a-z]{6}',
    });
    expect((await call(secret)).kind).toBe('authorized');
    expect(await call({ authorization: 'secret7' })).toEqual(NOT_AUTHORIZED);
    expect(calls).toBe(1);
  });

  it('refuses everybody where the expression can not be read', async () => {
    const { call } = start(() => ({ isAuthorized: true }), { identityValidationExpression: '(' });
    expect(await call(secret)).toEqual(NOT_AUTHORIZED);
  });
});

describe('D53 kept answers', () => {
  const counting = (answer: object, authorizer: Partial<LambdaAuthorizerModel>) => {
    let calls = 0;
    let nowEpochMs = NOW_EPOCH_MS;
    const running = start(
      () => {
        calls += 1;
        return { isAuthorized: true, ...answer };
      },
      authorizer,
      { now: () => nowEpochMs },
    );
    return { ...running, calls: () => calls, wait: (ms: number) => (nowEpochMs += ms) };
  };

  it('keeps nothing by default', async () => {
    const test = counting({}, {});
    await test.call(secret);
    await test.call(secret);
    expect(test.calls()).toBe(2);
  });

  it('keeps an answer for the seconds of the API, by token', async () => {
    const test = counting({}, { resultTtlSeconds: 60 });
    await test.call(secret);
    await test.authorize({ ...toHttpRequest(secret), requestId: 'other' });
    expect(test.calls()).toBe(1);
    await test.call({ authorization: 'other' });
    expect(test.calls()).toBe(2);
    test.wait(60_000);
    await test.call(secret);
    expect(test.calls()).toBe(3);
  });

  it('lets the function override the time, down to nothing', async () => {
    const never = counting({ ttlOverride: 0 }, { resultTtlSeconds: 60 });
    await never.call(secret);
    await never.call(secret);
    expect(never.calls()).toBe(2);
    const longer = counting({ ttlOverride: 120 }, { resultTtlSeconds: 60 });
    await longer.call(secret);
    longer.wait(119_000);
    await longer.call(secret);
    expect(longer.calls()).toBe(1);
  });

  it('keeps refusals and denied fields with the answer', async () => {
    const denied = counting({ deniedFields: ['Query.a'] }, { resultTtlSeconds: 60 });
    const first = await denied.call(secret);
    expect(await denied.call(secret)).toEqual(first);
    expect(first).toMatchObject({ caller: { deniedFields: ['Query.a'] } });
    const refused = counting({ isAuthorized: false }, { resultTtlSeconds: 60 });
    await refused.call(secret);
    expect(await refused.call(secret)).toEqual(NOT_AUTHORIZED);
    expect(refused.calls()).toBe(1);
  });

  it('never keeps an answer of a megabyte', async () => {
    const test = counting({ resolverContext: { text: 'x'.repeat(1_048_576) } }, { resultTtlSeconds: 60 });
    await test.call(secret);
    await test.call(secret);
    expect(test.calls()).toBe(2);
  });
});

/** Subscriptions with one key get one payload: keys must differ wherever payloads can. */
import { describe, expect, it } from 'vitest';
import type { Caller } from '../contract.ts';
import { startTestApi, toRequest } from '../testing/test-api.ts';

const SCHEMA = `
  type Query { a: String }
  type Mutation { create: Post }
  type Subscription { onCreate(id: ID): Post @aws_subscribe(mutations: ["create"]) @aws_api_key @aws_cognito_user_pools }
  type Post @aws_api_key @aws_cognito_user_pools { id: ID title: String @aws_cognito_user_pools(cognito_groups: ["Admins"]) }
`;
const KEY: Caller = { authenticationType: 'API_KEY', identity: null };
const user = (sub: string, groups: readonly string[] | null = null): Caller => ({
  authenticationType: 'AMAZON_COGNITO_USER_POOLS',
  identity: { sub, groups },
});

async function accept(
  query: string,
  { variables = {}, caller = KEY }: { variables?: object; caller?: Caller } = {},
) {
  const { executor } = startTestApi({ schema: SCHEMA, resolvers: [] });
  const result = await executor.subscribe({ ...toRequest(query, { variables: { ...variables } }), caller });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.subscription;
}

const PLAIN = 'subscription S($id: ID) { onCreate(id: $id) { id title } }';
const CONDITIONAL = 'subscription S($with: Boolean!) { onCreate { id title @include(if: $with) } }';

describe('payloadKey', () => {
  it('is the same for other variables, which only filter', async () => {
    const [one, two] = [
      await accept(PLAIN, { variables: { id: '1' } }),
      await accept(PLAIN, { variables: { id: '2' } }),
    ];
    expect(one.payloadKey).toBe(two.payloadKey);
    expect(one.argumentFilter).not.toEqual(two.argumentFilter);
  });

  it('is the same for other users of the same groups', async () => {
    const keys = [user('ann'), user('bob')].map(
      async (caller) => (await accept(PLAIN, { caller })).payloadKey,
    );
    expect(new Set(await Promise.all(keys)).size).toBe(1);
  });

  it('differs where variables decide over fields', async () => {
    const [all, some] = [
      await accept(CONDITIONAL, { variables: { with: true } }),
      await accept(CONDITIONAL, { variables: { with: false } }),
    ];
    expect(all.payloadKey).not.toBe(some.payloadKey);
    expect(all.toPayload({ id: '1', title: 't' })).not.toEqual(some.toPayload({ id: '1', title: 't' }));
  });

  it('differs for other modes, groups, denied fields and documents', async () => {
    const callers = [KEY, user('ann'), user('gus', ['Admins']), { ...KEY, deniedFields: ['Post.title'] }];
    const keys = callers.map(async (caller) => (await accept(PLAIN, { caller })).payloadKey);
    keys.push(accept('subscription { onCreate { id } }').then(({ payloadKey }) => payloadKey));
    expect(new Set(await Promise.all(keys)).size).toBe(callers.length + 1);
  });

  it('differs for other operations of one document', async () => {
    const query = 'subscription A { onCreate { id } } subscription B { onCreate { title } }';
    const { executor } = startTestApi({ schema: SCHEMA, resolvers: [] });
    const results = await Promise.all(
      ['A', 'B'].map((operationName) =>
        executor.subscribe({ ...toRequest(query), operationName, caller: KEY }),
      ),
    );
    const keys = results.map((result) => result.ok && result.subscription.payloadKey);
    expect(new Set(keys).size).toBe(2);
  });
});

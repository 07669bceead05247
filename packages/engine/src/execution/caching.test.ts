import { describe, expect, it } from 'vitest';
import type { ApiCacheModel, ResolverCachingModel, ResolverModel } from '../model/app-model.ts';
import type { GraphqlRequest } from './contract.ts';
import { createTestApi, startTestApi, unit } from './testing/test-api.ts';

const SCHEMA = `
  type Query { item(id: ID!, note: String): Item, warned(id: ID): Int }
  type Mutation { save(id: ID!): Item, item(id: ID!): Item }
  type Item { id: ID!, version: Int, owner: Owner }
  type Owner { name: String }
`;

const INVOKE = {
  request: "return { operation: 'Invoke', payload: { ...ctx.args, source: ctx.source } };",
  response: 'return ctx.result;',
};

function withCaching(resolver: ResolverModel, caching: ResolverCachingModel): ResolverModel {
  return { ...resolver, caching };
}

const BY_ID = { ttlSeconds: 30, keys: ['$context.arguments.id'] };

/** Each call of an item's function answers the next version. */
function start(cache: ApiCacheModel, caching: ResolverCachingModel = BY_ID) {
  let version = 0;
  let nowMs = 1_000_000;
  const evict =
    "extensions.evictFromApiCache('Query', 'item', { 'ctx.args.id': ctx.args.id }); return ctx.result;";
  const warn = "util.appendError('careful'); return ctx.result.version;";
  const api = startTestApi({
    schema: SCHEMA,
    lambdas: {
      ITEMS: (event) => ({ ...(event as object), version: ++version }),
      OWNERS: (event) => ({ name: `owner of ${(event as { source: { id: string } }).source.id}` }),
    },
    resolvers: [
      withCaching(unit('Query.item', 'ITEMS', INVOKE), caching),
      withCaching(unit('Query.warned', 'ITEMS', { ...INVOKE, response: warn }), { ttlSeconds: 30, keys: [] }),
      unit('Item.owner', 'OWNERS', INVOKE),
      unit('Mutation.save', 'ITEMS', { ...INVOKE, response: evict }),
      withCaching(unit('Mutation.item', 'ITEMS', INVOKE), BY_ID),
    ],
    api: { cache, defaultAuthentication: 'AMAZON_COGNITO_USER_POOLS' },
    options: { now: () => nowMs },
  });
  return {
    ask: async (query: string, request?: Partial<GraphqlRequest>) =>
      (await api.run(query, { caller: caller('ann', '::1'), ...request })).body,
    pass: (seconds: number) => (nowMs += seconds * 1_000),
    calls: () => version,
  };
}

const PER_RESOLVER = { behavior: 'PER_RESOLVER_CACHING', ttlSeconds: 60 } as const;
const FULL_REQUEST = { behavior: 'FULL_REQUEST_CACHING', ttlSeconds: 60 } as const;
const OPERATION = { behavior: 'OPERATION_LEVEL_CACHING', ttlSeconds: 60 } as const;
const caller = (sub: string, sourceIp: string) => ({
  authenticationType: 'AMAZON_COGNITO_USER_POOLS' as const,
  identity: { sub, sourceIp: [sourceIp] },
});

describe('per-resolver caching', () => {
  it('keys a value by its caching keys alone, for its time to live', async () => {
    const { ask, pass } = start(PER_RESOLVER);
    expect(await ask('{ item(id: 1) { version } }')).toEqual({ data: { item: { version: 1 } } });
    expect(await ask('{ other: item(id: 1, note: "x") { id version } }')).toEqual({
      data: { other: { id: '1', version: 1 } },
    });
    expect(await ask('{ item(id: 2) { version } }')).toEqual({ data: { item: { version: 2 } } });
    pass(30);
    expect(await ask('{ item(id: 1) { version } }')).toEqual({ data: { item: { version: 3 } } });
  });

  it('tells arguments, source and identity apart without keys', async () => {
    const { ask } = start(PER_RESOLVER, { ttlSeconds: 30, keys: [] });
    const versions = [];
    for (const [id, sub] of [
      [1, 'ann'],
      [1, 'ann'],
      [1, 'bob'],
      [2, 'ann'],
    ] as const) {
      const { data } = await ask(`{ item(id: ${id}) { version } }`, { caller: caller(sub, '::1') });
      versions.push(data?.['item']);
    }
    expect(versions).toEqual([{ version: 1 }, { version: 1 }, { version: 2 }, { version: 3 }]);
  });

  it('does not keep a value that came with an error', async () => {
    const { ask } = start(PER_RESOLVER);
    for (const warned of [1, 2]) {
      expect(await ask('{ warned(id: 1) }')).toMatchObject({
        data: { warned },
        errors: [{ message: 'careful' }],
      });
    }
  });

  it('neither reads nor writes in mutations', async () => {
    const { ask } = start(PER_RESOLVER);
    await ask('mutation { item(id: 1) { version } }');
    expect(await ask('mutation { item(id: 1) { version } }')).toEqual({ data: { item: { version: 2 } } });
    expect(await ask('{ item(id: 1) { version } }')).toEqual({ data: { item: { version: 3 } } });
  });

  it('evicts an entry by its keys and counts it', async () => {
    const { ask } = start(PER_RESOLVER);
    await ask('{ item(id: 1) { version } }');
    expect(await ask('mutation { a: save(id: 1) { version } b: save(id: 2) { version } }')).toEqual({
      data: { a: { version: 2 }, b: { version: 3 } },
      extensions: { apiCacheEntriesDeleted: 1 },
    });
    expect(await ask('mutation { save(id: 1) { version } }')).toEqual({ data: { save: { version: 4 } } });
    expect(await ask('{ item(id: 1) { version } }')).toEqual({ data: { item: { version: 5 } } });
  });

  it('refuses keys outside of arguments, source and identity', () => {
    const resolver = withCaching(unit('Query.item', 'NONE', INVOKE), { ttlSeconds: 1, keys: ['$ctx.stash'] });
    const created = createTestApi({ schema: SCHEMA, resolvers: [resolver], api: { cache: PER_RESOLVER } });
    expect(created).toEqual({ ok: false, errors: [expect.stringContaining('Received: "$ctx.stash"')] });
  });
});

describe('full request caching', () => {
  it('keeps the value of every resolver, each parent with its own children', async () => {
    const { ask, calls } = start(FULL_REQUEST);
    const query = '{ a: item(id: 1) { owner { name } } b: item(id: 2) { owner { name } } }';
    const data = { a: { owner: { name: 'owner of 1' } }, b: { owner: { name: 'owner of 2' } } };
    expect(await ask(query)).toEqual({ data });
    expect(await ask(query)).toEqual({ data });
    expect(calls()).toBe(2);
  });
});

describe('operation-level caching', () => {
  it('keeps whole answers by document, variables, headers and caller', async () => {
    const { ask, calls, pass } = start(OPERATION);
    const query = 'query ($id: ID!) { item(id: $id) { version } }';
    const variables = { id: '1' };
    const first = { data: { item: { version: 1 } } };
    const known = { variables, caller: caller('ann', '10.0.0.1'), headers: { 'x-tenant': 'a', host: 'one' } };
    expect(await ask(query, known)).toEqual(first);
    const moved = { ...known, caller: caller('ann', '10.0.0.2'), headers: { 'x-tenant': 'a', host: 'two' } };
    expect(await ask(query, moved)).toEqual(first);
    expect(calls()).toBe(1);
    await ask(query, { ...known, headers: { 'x-tenant': 'b' } });
    await ask(query, { ...known, caller: caller('bob', '10.0.0.1') });
    await ask(query, { ...known, variables: { id: '2' } });
    expect(calls()).toBe(4);
    pass(60);
    await ask(query, known);
    expect(calls()).toBe(5);
  });

  it('keeps no answer with errors, and none of a mutation', async () => {
    const { ask, calls } = start(OPERATION);
    await ask('{ warned(id: 1) }');
    await ask('{ warned(id: 1) }');
    await ask('mutation { save(id: 1) { version } }');
    await ask('mutation { save(id: 1) { version } }');
    expect(calls()).toBe(4);
  });
});

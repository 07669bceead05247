import { describe, expect, it } from 'vitest';
import type { AcceptedSubscription, PublishedEvent } from '../contract.ts';
import { type RunningTestApi, constant, startTestApi, toRequest, unit } from '../testing/test-api.ts';

const SCHEMA = `
  type Query { a: String }
  type Mutation { create(id: ID): Post, fail: Post, other: Post, find: Node }
  type Subscription {
    onCreate(id: ID, title: String): Post @aws_subscribe(mutations: ["create", "fail"])
    onAll: Post @aws_subscribe(mutations: ["create", "other"])
    onNode: Node @aws_subscribe(mutations: ["find"])
    onSecret: Post @aws_subscribe(mutations: ["create"]) @aws_iam
  }
  interface Node { id: ID! }
  type Post implements Node { id: ID!, title: String, body: String!, data: AWSJSON, author: Author, tags: [String] }
  type Author { name: String }
`;

const POST = {
  __typename: 'Post',
  id: '1',
  title: 't',
  body: 'b',
  data: { a: 1 },
  author: { name: 'stored' },
};

function start() {
  const events: PublishedEvent[] = [];
  const api = startTestApi({
    schema: SCHEMA,
    resolvers: [
      constant('Mutation.create', POST),
      constant('Mutation.find', POST),
      unit('Mutation.fail', 'NONE', { request: 'return {};', response: 'util.error("no");' }),
      unit('Post.author', 'NONE', {
        request: 'console.log("author ran"); return {};',
        response: 'return { name: "resolved" };',
      }),
      unit('Subscription.onAll', 'NONE', {
        request: 'return {};',
        response: `extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: 'title', operator: 'eq', value: 't' }] }] });
          return null;`,
      }),
    ],
  });
  api.executor.onPublish((event) => events.push(event));
  return { ...api, events };
}

async function accept(api: RunningTestApi, query: string, variables = {}): Promise<AcceptedSubscription> {
  const result = await api.executor.subscribe(toRequest(query, { variables }));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.subscription;
}

describe('subscriptions', () => {
  it('D36 publishes the mutation result limited to its selection, by response keys', async () => {
    const { run, events } = start();
    await run('mutation { renamed: create { id heading: title author { name } } }');
    expect(events).toEqual([
      {
        mutationField: 'create',
        subscriptionFields: ['onCreate', 'onAll', 'onSecret'],
        value: { id: '1', heading: 't', author: { name: 'resolved' } },
      },
    ]);
  });

  it('D36 completes events without resolvers; aliases of the mutation lose the field', async () => {
    const api = start();
    const subscription = await accept(api, 'subscription { onCreate { id title author { name } tags } }');
    await api.run('mutation { create { id heading: title author { name } } }');
    const ran = api.logs.length;
    expect(subscription.toPayload(api.events[0]?.value)).toEqual({
      data: { onCreate: { id: '1', title: null, author: { name: 'resolved' }, tags: null } },
    });
    expect(api.logs).toHaveLength(ran);
    expect(subscription).toMatchObject({
      fieldName: 'onCreate',
      mutations: ['create', 'fail'],
      argumentFilter: {},
    });
  });

  it('D37 nulls the event with message and path for a non-null field that was not selected', async () => {
    const api = start();
    const subscription = await accept(api, 'subscription { onCreate { id body } }');
    expect(subscription.toPayload({ id: '1' })).toEqual({
      data: { onCreate: null },
      errors: [
        {
          message: "Cannot return null for non-nullable type: 'String' within parent 'Post' (/onCreate/body)",
          path: ['onCreate', 'body'],
        },
      ],
    });
  });

  it('encodes AWSJSON once more than the mutation did', async () => {
    const api = start();
    const subscription = await accept(api, 'subscription { onCreate { data } }');
    await api.run('mutation { create { data } }');
    expect(subscription.toPayload(api.events[0]?.value).data).toEqual({
      onCreate: { data: '"{\\"a\\":1}"' },
    });
  });

  it('knows the concrete type of an event whose selection left __typename out', async () => {
    const api = start();
    const subscription = await accept(api, 'subscription { onNode { id ... on Post { title } } }');
    await api.run('mutation { find { id ... on Post { title } } }');
    expect(subscription.toPayload(api.events[0]?.value)).toEqual({
      data: { onNode: { id: '1', title: 't' } },
    });
  });

  it('does not publish failed or empty fields', async () => {
    const { run, events } = start();
    await run('mutation { fail { id } other { id } }');
    expect(events).toEqual([]);
  });

  it('D38 filters by written arguments only; an omitted variable is null', async () => {
    const api = start();
    const query = 'subscription S($title: String) { onCreate(id: "1", title: $title) { id } }';
    expect((await accept(api, query)).argumentFilter).toEqual({ id: '1', title: null });
    expect((await accept(api, query, { title: 'x' })).argumentFilter).toEqual({ id: '1', title: 'x' });
    expect((await accept(api, 'subscription { onCreate { id } }')).argumentFilter).toEqual({});
  });

  it('D39 hands on the enhanced filter of the resolver', async () => {
    const subscription = await accept(start(), 'subscription { onAll { id } }');
    expect(subscription.filter).toEqual({
      filterGroup: [{ filters: [{ fieldName: 'title', operator: 'eq', value: 't' }] }],
    });
    expect(subscription.invalidationFilter).toBeUndefined();
  });

  it('refuses what the caller may not read, and documents that are no subscription', async () => {
    const { executor, run } = start();
    expect(await executor.subscribe(toRequest('subscription { onSecret { id } }'))).toMatchObject({
      ok: false,
      errors: [
        { errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' },
      ],
    });
    expect(await executor.subscribe(toRequest('{ a }'))).toMatchObject({ ok: false });
    expect(await executor.subscribe(toRequest('subscription { nope }'))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining('FieldUndefined') as unknown }],
    });
    expect((await run('subscription { onCreate { id } }')).status).toBe(400);
  });

  it('tells invalidations to their listeners', async () => {
    const heard: unknown[] = [];
    const { executor, run } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        unit('Mutation.other', 'NONE', {
          request: 'return {};',
          response:
            "extensions.invalidateSubscriptions({ subscriptionField: 'onAll', payload: { id: '1' } }); return null;",
        }),
      ],
    });
    const stop = executor.onInvalidate((event) => heard.push(event));
    await run('mutation { other { id } }');
    stop();
    await run('mutation { other { id } }');
    expect(heard).toEqual([{ subscriptionField: 'onAll', payload: { id: '1' } }]);
  });
});

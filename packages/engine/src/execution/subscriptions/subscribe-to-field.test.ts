/** AppSync developer guide, "Real-time data" and "Subscription resolvers", sentence by sentence. */
import { describe, expect, it } from 'vitest';
import type { PublishedEvent } from '../contract.ts';
import { constant, startTestApi, toRequest, unit } from '../testing/test-api.ts';

const SCHEMA = `
  type Query { a: String }
  type Mutation { create(id: ID): Post, many: [Post], strict: Post! }
  type Subscription {
    onCreate(id: ID): Post @aws_subscribe(mutations: ["create"])
    onMany: [Post] @aws_subscribe(mutations: ["many"])
    onStrict: Post! @aws_subscribe(mutations: ["strict"])
    onPlain: Post @aws_subscribe(mutations: ["create"])
    onPlainStrict: Post! @aws_subscribe(mutations: ["strict"])
  }
  type Post { id: ID!, title: String, warned: String, rank: Int }
`;
const POST = { id: '1', title: 't', rank: 1 };

function start(response = 'return null;') {
  const events: PublishedEvent[] = [];
  const onSubscription = (field: string) =>
    unit(`Subscription.${field}`, 'NONE', {
      request: "console.log('subscribed'); return { payload: ctx.args };",
      response,
    });
  const api = startTestApi({
    schema: SCHEMA,
    resolvers: [
      constant('Mutation.create', POST),
      constant('Mutation.many', [POST]),
      constant('Mutation.strict', POST),
      unit('Post.warned', 'NONE', { request: 'return {};', response: "util.error('careful', 'Warning');" }),
      ...['onCreate', 'onMany', 'onStrict'].map(onSubscription),
    ],
  });
  api.executor.onPublish((event) => events.push(event));
  const subscribe = (query: string, request = {}) => api.executor.subscribe(toRequest(query, request));
  return { ...api, events, subscribe };
}

describe('the resolver of a Subscription field', () => {
  it('runs once, when the subscription starts, and not for events', async () => {
    const { subscribe, run, logs, events } = start();
    const result = await subscribe('subscription { onCreate { id } }');
    expect(logs).toHaveLength(1);
    await run('mutation { create { id } }');
    await run('mutation { create { id } }');
    expect(result.ok && events.map(({ value }) => result.subscription.toPayload(value))).toEqual([
      { data: { onCreate: { id: '1' } } },
      { data: { onCreate: { id: '1' } } },
    ]);
    expect(logs).toHaveLength(1);
  });

  it.each([
    ['null', 'return null;'],
    ['an object of the type', "return { id: 'of the resolver', title: 'not delivered' };"],
  ])('may return %s, which is not delivered', async (_what, response) => {
    const result = await start(response).subscribe('subscription { onCreate { id title } }');
    expect(result.ok && result.subscription.toPayload({ id: '1' })).toEqual({
      data: { onCreate: { id: '1', title: null } },
    });
  });

  it.each([
    [
      'null for a field that is not nullable',
      'return null;',
      'onStrict',
      "Cannot return null for non-nullable type: 'Post' within parent 'Subscription' (/onStrict)",
      ['onStrict'],
    ],
    [
      'an object that lacks a field',
      "return { title: 't' };",
      'onCreate',
      "Cannot return null for non-nullable type: 'ID' within parent 'Post' (/onCreate/id)",
      ['onCreate', 'id'],
    ],
  ])('refuses the subscription with %s', async (_what, response, field, message, path) => {
    expect(await start(response).subscribe(`subscription { ${field} { id } }`)).toEqual({
      ok: false,
      errors: [{ message, path }],
    });
  });

  it.each([
    ['util.unauthorized()', 'util.unauthorized();', 'Unauthorized'],
    ['util.error', "util.error('no', 'Nope');", 'Nope'],
    ['a fault', 'return ctx.nothing.at.all;', 'Code'],
  ])('refuses the subscription by %s', async (_what, response, errorType) => {
    expect(await start(response).subscribe('subscription { onCreate { id } }')).toMatchObject({
      ok: false,
      errors: [{ errorType }],
    });
  });

  it('sees the arguments and the headers of the start message', async () => {
    const response = `util.error(JSON.stringify({
      args: ctx.args, identity: ctx.identity, headers: ctx.request.headers }), 'Seen');`;
    const result = await start(response).subscribe('subscription S($id: ID) { onCreate(id: $id) { id } }', {
      variables: { id: '7' },
      headers: { 'x-tenant': 'a', host: 'localhost' },
    });
    const seen = result.ok ? '' : String(result.errors[0]?.['message']);
    expect(JSON.parse(seen)).toEqual({
      args: { id: '7' },
      identity: null,
      headers: { 'x-tenant': 'a', host: 'localhost' },
    });
  });
});

it('a field without a resolver that is not nullable cannot be subscribed to', async () => {
  const { subscribe } = start();
  expect(await subscribe('subscription { onPlainStrict { id } }')).toMatchObject({
    ok: false,
    errors: [{ message: expect.stringContaining('Cannot return null for non-nullable type') as string }],
  });
  expect((await subscribe('subscription { onPlain { id } }')).ok).toBe(true);
});

describe('what is published', () => {
  it('has none of the errors of the mutation', async () => {
    const { subscribe, run, events } = start();
    const result = await subscribe('subscription { onCreate { id warned } }');
    const { body } = await run('mutation { create { id warned } }');
    expect(body.errors).toMatchObject([{ errorType: 'Warning', path: ['create', 'warned'] }]);
    expect(result.ok && result.subscription.toPayload(events[0]?.value)).toEqual({
      data: { onCreate: { id: '1', warned: null } },
    });
  });

  it('is published once for each mutation field, whatever it is called', async () => {
    const { run, events } = start();
    await run('mutation { one: create { id } two: create { title } }');
    expect(events.map(({ mutationField, value }) => [mutationField, value])).toEqual([
      ['create', { id: '1' }],
      ['create', { title: 't' }],
    ]);
    expect(events[0]?.subscriptionFields).toEqual(['onCreate', 'onPlain']);
  });

  it('may be a list', async () => {
    const { subscribe, run, events } = start();
    const result = await subscribe('subscription { onMany { id title } }');
    await run('mutation { many { id } }');
    expect(result.ok && result.subscription.toPayload(events[0]?.value)).toEqual({
      data: { onMany: [{ id: '1', title: null }] },
    });
  });

  it('comes under the alias that the subscriber gave to the field', async () => {
    const result = await start().subscribe('subscription { mine: onCreate { number: id } }');
    expect(result.ok && result.subscription.toPayload({ id: '1' })).toEqual({
      data: { mine: { number: '1' } },
    });
  });
});

import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { constant, startTestApi, unit } from './testing/test-api.ts';

const SCHEMA = `
  type Query { a: String, b: String, c: String, node: Node }
  type Mutation { end: String, more: String }
  type Subscription { ended: String @aws_subscribe(mutations: ["end"]) }
  type Node { node: Node, name: String }
`;

const LONG = 'x'.repeat(3_000);

const withHeaders = (code: string) => ({ request: 'return {};', response: `${code} return 'done';` });

describe('limits of execution', () => {
  const { run } = startTestApi({ schema: SCHEMA, resolvers: [constant('Query.a', 'x')] });
  const refusal = (message: string) => ({
    status: 400,
    body: { errors: [{ errorType: 'MalformedHttpRequestException', message }] },
  });

  it('takes 15,000 tokens and no more', async () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: a`).join(' ');
    expect(Object.keys((await run(`{ ${aliases(4_999)} a }`)).body.data ?? {})).toHaveLength(5_000);
    expect(await run(`{ ${aliases(5_000)} a }`)).toMatchObject(refusal('Maximum char length exceeded.'));
  });

  it.each([
    ['selections', `${'{ node '.repeat(7_400)}${'}'.repeat(7_400)}`],
    ['values', `{ a(x: ${'['.repeat(7_400)}${']'.repeat(7_400)}) }`],
  ])('survives %s nested beyond the stack', async (_, query) => {
    const { status, body } = await run(query);
    expect([200, 400]).toContain(status);
    expect(body.errors?.length).toBeGreaterThan(0);
  });

  it('refuses introspection whose answer grows without end, and takes the usual one', async () => {
    const level = (rest: string) => `fields { type { name ofType { name ${rest} } } }`;
    const deep = `{ __schema { types { ${level(level(level(level(level('')))))} } } }`;
    expect((await run(deep)).body).toMatchObject({
      data: null,
      errors: [{ message: expect.stringContaining('BadFaithIntrospection') as string }],
    });
    expect((await run(getIntrospectionQuery())).body.errors).toBeUndefined();
  });

  it('D49 fails a handler whose result is over 5 MB', async () => {
    const large = unit('Query.a', 'LARGE', {
      request: 'return { operation: "Invoke" };',
      response: 'return ctx.result;',
    });
    const lambdas = { LARGE: () => 'x'.repeat(6 * 1024 * 1024) };
    const { body } = await startTestApi({ schema: SCHEMA, resolvers: [large], lambdas }).run('{ a }');
    expect(body).toMatchObject({ data: { a: null }, errors: [{ path: ['a'], errorType: 'Code' }] });
  });
});

describe('response headers', () => {
  it('come from all handlers, in any case of letters, within 4 KB in all', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        unit('Query.a', 'NONE', withHeaders("util.http.addResponseHeader('X-One', '1');")),
        unit('Query.b', 'NONE', withHeaders(`util.http.addResponseHeader('x-large', '${LONG}');`)),
        unit('Query.c', 'NONE', withHeaders(`util.http.addResponseHeader('x-larger', '${LONG}');`)),
      ],
    });
    const { headers, body } = await run('{ a b c }');
    expect(headers).toEqual({ 'x-one': '1', 'x-large': LONG });
    expect(body).toMatchObject({
      data: { a: 'done', b: 'done', c: 'done' },
      errors: [{ path: ['c'], errorType: 'ResponseHeaderError' }],
    });
  });

  it('leave out names and values that HTTP cannot carry', async () => {
    const code = "util.http.addResponseHeaders({ 'x bad': '1', 'x-split': 'a\\r\\nb: c', 'x-good': 'yes' });";
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [unit('Query.a', 'NONE', withHeaders(code))] });
    const { headers, body } = await run('{ a }');
    expect(headers).toEqual({ 'x-good': 'yes' });
    expect(body.errors).toHaveLength(2);
  });
});

describe('invalidateSubscriptions', () => {
  it('works five times in one request; the sixth call fails its field', async () => {
    const call = "extensions.invalidateSubscriptions({ subscriptionField: 'ended', payload: { id: '1' } });";
    const { run, executor } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        unit('Mutation.end', 'NONE', withHeaders(call.repeat(3))),
        unit('Mutation.more', 'NONE', withHeaders(call.repeat(3))),
      ],
    });
    const invalidated: unknown[] = [];
    executor.onInvalidate((event) => invalidated.push(event));
    const { body } = await run('mutation { end more }');
    expect(body).toMatchObject({ data: { end: 'done', more: null }, errors: [{ path: ['more'] }] });
    expect(invalidated).toHaveLength(5);
  });
});

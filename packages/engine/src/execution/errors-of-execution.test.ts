import { describe, expect, it } from 'vitest';
import {
  PASS_THROUGH,
  constant,
  pipeline,
  pipelineFunction,
  startTestApi,
  unit,
} from './testing/test-api.ts';

const SCHEMA = `
  type Query { post: Post, posts: [Post], strict: [Post!], text: String, empty: String, count: Int, late: Post }
  type Post { id: ID!, title: String, secret: String @aws_iam, comments: [Comment] }
  type Comment { id: ID!, text: String }
`;

describe('errors of execution', () => {
  it('D10 answers null without error for a root field without resolver', async () => {
    const { run } = startTestApi({ schema: SCHEMA });
    expect((await run('{ empty }')).body).toEqual({ data: { empty: null } });
  });

  it('D11 moves null up to the nearest nullable parent, list elements included', async () => {
    const posts = [{ id: '1', comments: [{ id: 'a' }, { text: 'no id' }] }, { title: 'no id' }];
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [constant('Query.posts', posts), constant('Query.strict', posts)],
    });
    const { body } = await run('{ posts { id comments { id text } } strict { id } }');
    expect(body.data).toEqual({
      posts: [{ id: '1', comments: [{ id: 'a', text: null }, null] }, null],
      strict: null,
    });
    expect(body.errors).toEqual([
      {
        path: ['posts', 0, 'comments', 1, 'id'],
        locations: null,
        message:
          "Cannot return null for non-nullable type: 'ID' within parent 'Comment' (/posts[0]/comments[1]/id)",
      },
      {
        path: ['posts', 1, 'id'],
        locations: null,
        message: "Cannot return null for non-nullable type: 'ID' within parent 'Post' (/posts[1]/id)",
      },
      {
        path: ['strict', 1, 'id'],
        locations: null,
        message: "Cannot return null for non-nullable type: 'ID' within parent 'Post' (/strict[1]/id)",
      },
    ]);
  });

  it('D12 reports an object where a list is expected', async () => {
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [constant('Query.posts', { id: '1' })] });
    expect((await run('{ posts { id } }')).body).toEqual({
      data: { posts: null },
      errors: [
        {
          path: ['posts'],
          locations: null,
          message: "Can't resolve value (/posts) : type mismatch error, expected type LIST, got OBJECT",
        },
      ],
    });
  });

  it('reports a value that the scalar does not take', async () => {
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [constant('Query.count', { a: 1 })] });
    const { body } = await run('{ count }');
    expect(body.data).toEqual({ count: null });
    expect(body.errors?.[0]?.['message']).toBe(
      "Can't serialize value (/count) : Expected type 'Int' but was 'LinkedHashMap'.",
    );
  });

  it('D13 types a fault of the code "Code" and stops the pipeline', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [
        pipelineFunction('first', 'NONE', {
          request: 'return { payload: 1 };',
          response: 'return ctx.missing.value;',
        }),
        pipelineFunction('second', 'NONE', { request: 'util.error("ran");', response: 'return 1;' }),
      ],
      resolvers: [pipeline('Query.text', ['first', 'second'], PASS_THROUGH)],
    });
    const { body } = await run('{ text }');
    expect(body.data).toEqual({ text: null });
    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]).toMatchObject({ path: ['text'], errorType: 'Code' });
  });

  it('D14 limits the data of util.error to the selection and leaves errorInfo alone', async () => {
    const raise = unit('Query.post', 'NONE', {
      request: 'return {};',
      response: 'util.error("gone", "NotFound", { id: "2", x: 1 }, { hint: "h" });',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [raise] });
    expect((await run('{ other: post { id } }')).body).toEqual({
      data: { other: null },
      errors: [
        {
          path: ['other'],
          data: { id: '2' },
          errorType: 'NotFound',
          errorInfo: { hint: 'h' },
          locations: [{ line: 1, column: 3, sourceName: null }],
          message: 'gone',
        },
      ],
    });
  });

  it('D15 keeps the value next to an appended error', async () => {
    const append = unit('Query.text', 'NONE', {
      request: 'return { payload: "kept" };',
      response: 'util.appendError("careful", "Warning"); return ctx.result;',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [append] });
    const { body } = await run('{ text }');
    expect(body.data).toEqual({ text: 'kept' });
    expect(body.errors?.[0]).toMatchObject({ message: 'careful', errorType: 'Warning', path: ['text'] });
  });

  it('D16 hides a data source error that the handler ignores', async () => {
    const ignore = unit('Query.text', 'broken', {
      request: 'return { operation: "Invoke", payload: null };',
      response: 'return ctx.error.type;',
    });
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: {
        broken: () => {
          throw new TypeError('boom');
        },
      },
      resolvers: [ignore],
    });
    expect((await run('{ text }')).body).toEqual({ data: { text: 'Lambda:Unhandled' } });
  });

  it('D6 refuses a field with null and an Unauthorized entry, siblings unaffected', async () => {
    const { run, logs } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        constant('Query.post', { id: '1' }),
        unit('Post.secret', 'NONE', { request: 'console.log("ran"); return {};', response: 'return "s";' }),
      ],
    });
    expect((await run('query Q { post { id secret } }')).body).toEqual({
      data: { post: { id: '1', secret: null } },
      errors: [
        {
          path: ['post', 'secret'],
          data: null,
          errorType: 'Unauthorized',
          errorInfo: null,
          locations: [{ line: 1, column: 21, sourceName: null }],
          message: 'Not Authorized to access secret on type Post',
        },
      ],
    });
    expect(logs).toEqual([]);
  });

  it('answers a request that the data source cannot use as MappingTemplate', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        unit('Query.text', 'TABLE', { request: 'return {};', response: 'return "not reached";' }),
        unit('Query.count', 'SEARCH', { request: 'return {};', response: 'return 1;' }),
      ],
    });
    const { body } = await run('{ text count }');
    expect(body.data).toEqual({ text: null, count: null });
    expect(body.errors?.map((entry) => [entry['errorType'], entry['message']])).toEqual([
      ['MappingTemplate', "Value for field '$[operation]' not found."],
      [
        'UnsupportedDataSource',
        'Data source "SEARCH" has the type AMAZON_OPENSEARCH_SERVICE, which is not supported on this machine.',
      ],
    ]);
  });

  it('ends a call at the time limit of the request and still answers', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { slow: () => new Promise(() => undefined) },
      resolvers: [
        unit('Query.text', 'slow', {
          request: 'return { operation: "Invoke" };',
          response: 'util.error(ctx.error.message, ctx.error.type, null, ctx.error);',
        }),
        constant('Query.count', 1),
      ],
      options: { requestTimeoutMs: 5 },
    });
    const { body } = await run('{ text count }');
    expect(body.data).toEqual({ text: null, count: 1 });
    expect(body.errors?.[0]).toMatchObject({
      errorType: 'Lambda:ExecutionTimeoutException',
      message: 'Execution timed out.',
      errorInfo: { unhandledErrorType: null },
    });
  });
});

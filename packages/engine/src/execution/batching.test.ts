import { describe, expect, it } from 'vitest';
import {
  constant,
  directLambda,
  pipeline,
  pipelineFunction,
  startTestApi,
  unit,
} from './testing/test-api.ts';

const SCHEMA = `
  type Query { posts: [Post], slow: String, one: Post }
  type Post { id: ID, authorId: ID, author: Author, comments: [Comment] }
  type Comment { id: ID, authorId: ID, author: Author }
  type Author { id: ID, name: String, friends: [Author] }
`;

const BATCH = {
  request: 'return { operation: "BatchInvoke", payload: { id: ctx.source.authorId } };',
  response: `
    if (ctx.error) { util.error(ctx.error.message, ctx.error.type); }
    if (ctx.result.errorMessage) { util.error(ctx.result.errorMessage, ctx.result.errorType, ctx.result.data); }
    return ctx.result.data;`,
};

const POSTS = ['a', 'b', 'a'].map((authorId, index) => ({ id: String(index), authorId }));

function authors(events: unknown[]) {
  return (event: unknown): unknown => {
    events.push(event);
    const list = event as readonly { readonly id: string }[];
    return list.map(({ id }) =>
      id === 'b' ? { data: null, errorMessage: 'boom', errorType: 'X' } : { data: { id } },
    );
  };
}

describe('batching', () => {
  it('D22 groups by resolver, cuts at MaxBatchSize, keeps order and duplicates', async () => {
    const events: unknown[] = [];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { authors: authors(events) },
      resolvers: [constant('Query.posts', POSTS), unit('Post.author', 'authors', BATCH, 2)],
    });
    const { body, trace } = await run('{ posts { author { id } } }');
    expect(events).toEqual([[{ id: 'a' }, { id: 'b' }], [{ id: 'a' }]]);
    expect(body.data).toEqual({
      posts: [{ author: { id: 'a' } }, { author: null }, { author: { id: 'a' } }],
    });
    expect(body.errors).toMatchObject([{ path: ['posts', 1, 'author'], message: 'boom', errorType: 'X' }]);
    expect(trace.dataSourceCalls).toEqual({ NONE: 1, authors: 2 });
    expect(trace.calls.at(-1)).toMatchObject({
      operation: 'BatchInvoke',
      resolver: 'Post.author',
      path: 'posts.0.author',
    });
  });

  it('D22 sends a list even for one element', async () => {
    const events: unknown[] = [];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { authors: authors(events) },
      resolvers: [constant('Query.one', { authorId: 'a' }), unit('Post.author', 'authors', BATCH, 10)],
    });
    await run('{ one { author { id } } }');
    expect(events).toEqual([[{ id: 'a' }]]);
  });

  it('gathers siblings across parent lists in one batch', async () => {
    const events: unknown[] = [];
    const posts = [['a', 'c'], ['d'], [], ['e']].map((ids) => ({
      comments: ids.map((authorId) => ({ authorId })),
    }));
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { authors: authors(events) },
      resolvers: [constant('Query.posts', posts), unit('Comment.author', 'authors', BATCH, 100)],
    });
    await run('{ posts { comments { author { id } } } }');
    expect(events).toEqual([[{ id: 'a' }, { id: 'c' }, { id: 'd' }, { id: 'e' }]]);
  });

  it('waits for all siblings that an earlier step still holds up, and for no one else', async () => {
    const events: unknown[] = [];
    const waits: (() => void)[] = [];
    let releaseSlow: (answer: string) => void = () => undefined;
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: {
        authors: (event) => {
          events.push(event);
          releaseSlow('done');
          return authors([])(event);
        },
        // Each of the first calls ends only when the last one has begun, the last one first.
        first: () =>
          new Promise((resolve) => {
            waits.unshift(() => resolve(null));
            if (waits.length === 3) waits.forEach((release) => release());
          }),
        slow: () => new Promise((resolve) => (releaseSlow = resolve)),
      },
      functions: [
        pipelineFunction('first', 'first', {
          request: 'return { operation: "Invoke" };',
          response: 'return null;',
        }),
        pipelineFunction('second', 'authors', { ...BATCH, maxBatchSize: 100 }),
      ],
      resolvers: [
        constant('Query.posts', POSTS),
        unit('Query.slow', 'slow', {
          request: 'return { operation: "Invoke" };',
          response: 'return ctx.result;',
        }),
        pipeline('Post.author', ['first', 'second'], {
          request: 'return {};',
          response: 'return ctx.prev.result;',
        }),
      ],
    });
    const { body } = await run('{ slow posts { author { id } } }');
    expect(events).toEqual([[{ id: 'a' }, { id: 'b' }, { id: 'a' }]]);
    expect(body.data?.['slow']).toBe('done');
  });

  it('sends the calls of one field before the handlers of the next run, of the field with most below it first', async () => {
    const logsAtCall: Record<string, readonly string[]> = {};
    const batch = { ...BATCH, request: `console.log('asks'); ${BATCH.request}` };
    const noteLogs = (name: string) => (event: unknown) => {
      logsAtCall[name] = logs.map(({ resolver }) => resolver);
      return (event as readonly unknown[]).map(() => ({ data: null }));
    };
    const { run, logs } = startTestApi({
      schema: SCHEMA,
      lambdas: { authors: noteLogs('authors'), comments: noteLogs('comments') },
      resolvers: [
        constant('Query.posts', POSTS.slice(0, 2)),
        unit('Post.author', 'authors', batch, 100),
        unit('Post.comments', 'comments', batch, 100),
      ],
    });
    await run('{ posts { author { id } comments { author { id } } } }');
    expect(logsAtCall).toEqual({
      comments: ['Post.comments', 'Post.comments'],
      authors: ['Post.comments', 'Post.comments', 'Post.author', 'Post.author'],
    });
  });

  it('keeps aliased fields and different levels apart', async () => {
    const events: unknown[] = [];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { authors: authors(events) },
      resolvers: [constant('Query.posts', POSTS.slice(0, 1)), unit('Post.author', 'authors', BATCH, 100)],
    });
    await run('{ posts { x: author { id } y: author { id } } }');
    expect(events).toEqual([[{ id: 'a' }], [{ id: 'a' }]]);
  });

  it('fails every member of a batch that the function throws on or answers with the wrong length', async () => {
    const answers: unknown[] = [new Error('down'), [{ data: {} }]];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: {
        authors: () => {
          const answer = answers.shift();
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
      resolvers: [constant('Query.posts', POSTS), unit('Post.author', 'authors', BATCH, 100)],
    });
    const thrown = await run('{ posts { author { id } } }');
    expect(thrown.body.errors?.map((entry) => entry['errorType'])).toEqual(Array(3).fill('Lambda:Unhandled'));
    const short = await run('{ posts { author { id } } }');
    expect(short.body.errors).toHaveLength(3);
    expect(short.body.data).toEqual({ posts: [{ author: null }, { author: null }, { author: null }] });
  });

  it('D31 shows name and message of a function error in direct resolvers only', async () => {
    class Late extends Error {
      override readonly name = 'TooLate';
    }
    const fail = (): never => {
      throw new Late('closed');
    };
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: { fail },
      resolvers: [
        directLambda('Query.one', 'fail'),
        unit('Query.slow', 'fail', {
          request: 'return { operation: "Invoke" };',
          response: 'util.error(ctx.error.message, ctx.error.type);',
        }),
      ],
    });
    const { body } = await run('{ one { id } slow }');
    expect(body.errors).toMatchObject([
      { path: ['one'], errorType: 'TooLate', message: 'closed' },
      { path: ['slow'], errorType: 'Lambda:Unhandled', message: 'closed' },
    ]);
  });

  it('batches direct Lambda resolvers as a list of contexts with the data and errorMessage convention', async () => {
    const events: unknown[] = [];
    const { run } = startTestApi({
      schema: SCHEMA,
      lambdas: {
        authors: (event) => {
          events.push(event);
          const contexts = event as readonly { readonly source: { readonly authorId: string } }[];
          return authors([])(contexts.map(({ source }) => ({ id: source.authorId })));
        },
      },
      resolvers: [constant('Query.posts', POSTS), directLambda('Post.author', 'authors', 5)],
    });
    const { body } = await run('{ posts { author { id } } }');
    expect(events).toHaveLength(1);
    expect(body.data).toEqual({
      posts: [{ author: { id: 'a' } }, { author: null }, { author: { id: 'a' } }],
    });
    expect(body.errors).toMatchObject([{ errorType: 'X', message: 'boom' }]);
  });
});

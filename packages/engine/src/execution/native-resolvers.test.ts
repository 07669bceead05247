import { describe, expect, it } from 'vitest';
import type { NativeField, NativeResolver } from './resolvers/native-resolver.ts';
import { constant, startTestApi } from './testing/test-api.ts';

const SCHEMA = `
  type Query { shelves: [Shelf!]! }
  type Shelf { books: [Book] }
  type Book { id: ID!, author(short: Boolean): Author, title: String! }
  type Author { name: String }
`;

const SHELVES = [
  {
    books: [
      { id: '1', author: null },
      { id: '2', author: null },
    ],
  },
  { books: [{ id: '3', author: null }] },
];

const NOTHING = new Map<never, never>();

function start(natives: Readonly<Record<string, NativeResolver>>) {
  const models = Object.keys(natives).map((label) => constant(label, null));
  return startTestApi({
    schema: SCHEMA,
    resolvers: [constant('Query.shelves', SHELVES), ...models.filter(({ typeName }) => typeName !== 'Query')],
    options: { nativeResolvers: new Map(Object.entries(natives)) },
  });
}

describe('native resolvers', () => {
  it('get all places of a field in one call, with its arguments and selection', async () => {
    const fields: NativeField[] = [];
    const { run } = start({
      'Book.author': (field) => {
        fields.push(field);
        return Promise.resolve({
          values: field.sources.map((source) => ({ name: `of ${(source as { id: string }).id}` })),
          faults: NOTHING,
        });
      },
    });
    const { body, trace } = await run('{ shelves { books { author(short: true) { name } } } }');
    expect(body).toEqual({
      data: {
        shelves: [
          { books: [{ author: { name: 'of 1' } }, { author: { name: 'of 2' } }] },
          { books: [{ author: { name: 'of 3' } }] },
        ],
      },
    });
    expect(fields).toHaveLength(1);
    expect(fields[0]?.args).toEqual({ short: true });
    expect(fields[0]?.selectionText()).toBe('{\n  name\n}');
    expect(trace.resolverCount).toBe(4);
  });

  it('get the same list of nodes from request to request', async () => {
    const seen = new Set<unknown>();
    const { run } = start({
      'Book.author': ({ nodes, sources }) => {
        seen.add(nodes);
        return Promise.resolve({ values: sources.map(() => null), faults: NOTHING });
      },
    });
    await run('{ shelves { books { author { name } } } }');
    await run('{ shelves { books { author { name } } } }');
    expect(seen.size).toBe(1);
  });

  it('tell errors beside values, and end fields that fail, at their paths', async () => {
    const error = { message: 'late', errorType: 'Slow', data: null, errorInfo: { after: 1 } };
    const { run } = start({
      'Book.title': ({ sources }) =>
        Promise.resolve({
          values: sources.map(() => 'A title'),
          faults: new Map([
            [0, { errors: [error], hasFailed: false }],
            [2, { errors: [{ ...error, errorInfo: null }], hasFailed: true }],
          ]),
        }),
    });
    const { body } = await run('{ shelves { books { title } } }');
    expect(body.data).toEqual({
      shelves: [{ books: [{ title: 'A title' }, { title: 'A title' }] }, { books: [null] }],
    });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['shelves', 0, 'books', 0, 'title'],
        message: 'late',
        errorType: 'Slow',
        errorInfo: { after: 1 },
      }),
      expect.objectContaining({
        path: ['shelves', 1, 'books', 0, 'title'],
        message: 'late',
        errorInfo: null,
      }),
    ]);
  });

  it('count their calls, and go on without those that are late', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [constant('Query.shelves', SHELVES), constant('Book.author', null)],
      options: {
        nativeResolvers: new Map<string, NativeResolver>([
          [
            'Book.author',
            async ({ sources, call }) => {
              const description = { dataSource: 'people', operation: 'BatchInvoke', resolver: 'Book.author' };
              const names = await call(
                { ...description, batchSize: sources.length },
                () => new Promise<string>(() => undefined),
                () => 'nobody',
              );
              return { values: sources.map(() => ({ name: names })), faults: NOTHING };
            },
          ],
        ]),
        requestTimeoutMs: 20,
      },
    });
    const { body, trace } = await run('{ shelves { books { author { name } } } }');
    expect(body.data?.['shelves']).toEqual([
      { books: [{ author: { name: 'nobody' } }, { author: { name: 'nobody' } }] },
      { books: [{ author: { name: 'nobody' } }] },
    ]);
    expect(trace.dataSourceCalls).toEqual({ NONE: 1, people: 1 });
    expect(trace.calls.find(({ dataSource }) => dataSource === 'people')).toMatchObject({
      path: 'shelves.0.books.0.author',
      batchSize: 3,
      error: 'Lambda:ExecutionTimeoutException',
    });
  });

  it('that throw fail their fields, not the request', async () => {
    const { run } = start({ 'Book.author': () => Promise.reject(new Error('broken')) });
    const { body } = await run('{ shelves { books { id author { name } } } }');
    expect(body.data).toEqual({
      shelves: [
        {
          books: [
            { id: '1', author: null },
            { id: '2', author: null },
          ],
        },
        { books: [{ id: '3', author: null }] },
      ],
    });
    expect(body.errors).toHaveLength(3);
    expect(body.errors?.[0]).toMatchObject({
      errorType: 'InternalFailure',
      path: ['shelves', 0, 'books', 0, 'author'],
    });
  });

  it('of mutations wait for each other, but for fields that may start together', async () => {
    const events: string[] = [];
    const slow =
      (name: string): NativeResolver =>
      async () => {
        events.push(`${name} starts`);
        await new Promise((resolve) => setImmediate(resolve));
        events.push(`${name} ends`);
        return { values: [name], faults: NOTHING };
      };
    const { run } = startTestApi({
      schema: 'type Query { a: String } type Mutation { a: String, b: String, coded: String }',
      resolvers: ['a', 'b', 'coded'].map((name) => constant(`Mutation.${name}`, name)),
      options: {
        nativeResolvers: new Map([
          ['Mutation.a', slow('a')],
          ['Mutation.b', slow('b')],
        ]),
        startsTogether: (earlier, field) => earlier.every(({ name }) => name === field.name),
      },
    });
    const { body } = await run('mutation { t: __typename a more: a b coded last: a }');
    expect(body).toEqual({
      data: { t: 'Mutation', a: 'a', more: 'a', b: 'b', coded: 'coded', last: 'a' },
    });
    const together = ['a starts', 'a starts', 'a ends', 'a ends'];
    expect(events).toEqual([...together, 'b starts', 'b ends', 'a starts', 'a ends']);
  });
});

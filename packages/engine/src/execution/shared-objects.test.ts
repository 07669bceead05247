import { describe, expect, it } from 'vitest';
import type { NativeField, NativeResolver } from './resolvers/native-resolver.ts';
import { constant, startTestApi } from './testing/test-api.ts';

const SCHEMA = `
  type Query { shelves: [Shelf] }
  type Mutation { tidy: [Shelf] }
  type Shelf { best: Book, latest: Book }
  type Book { id: ID!, pages: Int!, author: Author! }
  type Author { name: String! }
`;

const NOTHING = new Map<never, never>();
const ofSources =
  (value: (source: unknown) => unknown): NativeResolver =>
  ({ sources }) =>
    Promise.resolve({ values: sources.map(value), faults: NOTHING });

/** Two shelves with the same book. */
function shelvesOf(book: object): NativeResolver {
  return ofSources(() => [{ best: book }, { best: book, latest: null }]);
}

function start(natives: Readonly<Record<string, NativeResolver>>) {
  return startTestApi({
    schema: SCHEMA,
    resolvers: Object.keys(natives).map((label) => constant(label, null)),
    options: { nativeResolvers: new Map(Object.entries(natives)) },
  });
}

describe('places of one value', () => {
  it('are resolved and completed once', async () => {
    const fields: NativeField[] = [];
    const { run } = start({
      'Query.shelves': shelvesOf({ id: '1', pages: 9 }),
      'Book.author': (field) => {
        fields.push(field);
        return ofSources(() => ({ name: 'Ada' }))(field);
      },
    });
    const { body, trace } = await run('{ shelves { best { id author { name } } latest { id } } }');
    const best = { id: '1', author: { name: 'Ada' } };
    expect(body).toEqual({
      data: {
        shelves: [
          { best, latest: null },
          { best, latest: null },
        ],
      },
    });
    expect(fields.map(({ sources }) => sources.length)).toEqual([1]);
    expect(trace.resolverCount).toBe(2);
  });

  it('tell a fault of a resolver below, and lose their value, each on its own', async () => {
    const error = { message: 'gone', errorType: 'Gone', data: null, errorInfo: null };
    const { run } = start({
      'Query.shelves': shelvesOf({ id: '1', pages: 9 }),
      'Book.author': ({ sources }) =>
        Promise.resolve({
          values: sources.map(() => null),
          faults: new Map([[0, { errors: [error], hasFailed: true }]]),
        }),
    });
    const { body } = await run('{ shelves { best { id author { name } } } }');
    expect(body.data).toEqual({ shelves: [{ best: null }, { best: null }] });
    expect(body.errors?.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: ['shelves', 0, 'best', 'author'], message: 'gone' },
      { path: ['shelves', 1, 'best', 'author'], message: 'gone' },
    ]);
  });

  it('tell a value that does not fit with the path of each place', async () => {
    const author = { name: null };
    const { run } = start({
      'Query.shelves': shelvesOf({ id: '1', pages: 'many' }),
      'Book.author': ofSources(() => author),
    });
    const { body } = await run('{ shelves { best { author { name } } } same: shelves { best { pages } } }');
    expect(body.data).toEqual({
      shelves: [{ best: null }, { best: null }],
      same: [{ best: null }, { best: null }],
    });
    expect(body.errors?.map(({ path, message }) => `${String(path)} ${String(message)}`).sort()).toEqual([
      "same,0,best,pages Can't serialize value (/same[0]/best/pages) : Expected type 'Int' but was 'String'.",
      "same,1,best,pages Can't serialize value (/same[1]/best/pages) : Expected type 'Int' but was 'String'.",
      "shelves,0,best,author,name Cannot return null for non-nullable type: 'String' within parent 'Author' (/shelves[0]/best/author/name)",
      "shelves,1,best,author,name Cannot return null for non-nullable type: 'String' within parent 'Author' (/shelves[1]/best/author/name)",
    ]);
  });

  it('tell faults of values that share a value themselves at each path', async () => {
    const book = { id: '1', pages: null };
    const shelf = { best: book };
    const { run } = start({ 'Query.shelves': ofSources(() => [shelf, shelf, { best: book }]) });
    const { body } = await run('{ shelves { best { pages } } }');
    expect(body.data).toEqual({ shelves: [{ best: null }, { best: null }, { best: null }] });
    expect(body.errors?.map(({ path }) => String(path))).toEqual([
      'shelves,0,best,pages',
      'shelves,1,best,pages',
      'shelves,2,best,pages',
    ]);
  });

  it('stay apart in mutations', async () => {
    const { run } = start({
      'Mutation.tidy': shelvesOf({ id: '1', pages: 9 }),
      'Book.author': ofSources(() => ({ name: 'Ada' })),
    });
    const { trace } = await run('mutation { tidy { best { author { name } } } }');
    expect(trace.resolverCount).toBe(3);
  });

  it('stay apart where a resolver is code, which may know of its place', async () => {
    const book = { id: '1', pages: 9 };
    const { run } = startTestApi({
      schema: SCHEMA,
      resolvers: [
        constant('Query.shelves', [{ best: book }, { best: book }]),
        constant('Book.author', { name: 'Ada' }),
      ],
      options: { nativeResolvers: new Map([['Query.shelves', shelvesOf(book)]]) },
    });
    const { trace } = await run('{ shelves { best { author { name } } } }');
    expect(trace.resolverCount).toBe(3);
  });
});

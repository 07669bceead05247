import { describe, expect, it } from 'vitest';
import { appSyncEvent, entitiesEvent, lambdaContext } from '../test/appsync-event.ts';
import { byKeys, createSubgraphHandler, SubgraphError } from './index.ts';

function createBookHandler() {
  const loads: (readonly string[])[] = [];
  const handler = createSubgraphHandler({
    resolvers: {
      Query: {
        book: (args: { id: string }) => (args.id === 'none' ? null : { id: args.id }),
        forbidden: () => {
          throw new SubgraphError('Forbidden', 'not yours', { owner: 'ann' });
        },
        broken: () => {
          throw new RangeError('out of shelves');
        },
      },
      Book: {
        price: (args: { country: string }, source: { id: string }) => `${source.id} in ${args.country}`,
      },
    },
    entities: {
      Book: byKeys({
        id: (ids) => {
          loads.push(ids);
          return ids.map((id) => {
            if (id === 'lost') return null;
            return id === 'secret'
              ? new SubgraphError('Forbidden', 'secret book')
              : { id, title: `Book ${id}` };
          });
        },
        isbn: (isbns) => isbns.map((isbn) => ({ id: `of-${isbn}`, isbn })),
      }),
      Shelf: () => {
        throw new RangeError('shelf gone');
      },
    },
  });
  return { loads, handle: (event: unknown) => handler(event, lambdaContext) };
}

const book = (id: string) => ({ __typename: 'Book', id });

describe('a single event', () => {
  it('is answered with the plain value', async () => {
    const { handle } = createBookHandler();
    expect(await handle(appSyncEvent({ field: 'Query.book', args: { id: 'b1' } }))).toEqual({ id: 'b1' });
    expect(await handle(appSyncEvent({ field: 'Query.book', args: { id: 'none' } }))).toBeNull();
  });

  it('hands a joined field its representation and arguments', async () => {
    const { handle } = createBookHandler();
    const event = appSyncEvent({ field: 'Book.price', args: { country: 'DE' }, source: book('b1') });
    expect(await handle(event)).toBe('b1 in DE');
  });

  it('keeps the type and facts of a domain error in an envelope', async () => {
    const { handle } = createBookHandler();
    expect(await handle(appSyncEvent({ field: 'Query.forbidden' }))).toEqual({
      data: null,
      errorMessage: 'not yours',
      errorType: 'Forbidden',
      errorInfo: { owner: 'ann' },
    });
  });

  it('throws unexpected errors on, and refuses unknown fields and other events', async () => {
    const { handle } = createBookHandler();
    await expect(handle(appSyncEvent({ field: 'Query.broken' }))).rejects.toThrow(RangeError);
    await expect(handle(appSyncEvent({ field: 'Query.nothing' }))).rejects.toThrow(/Query-nothing/);
    await expect(handle({ Records: [] })).rejects.toThrow(/not an AppSync direct Lambda event/);
  });
});

describe('a batch', () => {
  it('answers each item in an envelope, in order, and lets one bad item fail alone', async () => {
    const { handle } = createBookHandler();
    const answer = await handle([
      appSyncEvent({ field: 'Query.broken' }),
      appSyncEvent({ field: 'Query.book', args: { id: 'b1' } }),
      appSyncEvent({ field: 'Query.forbidden' }),
      appSyncEvent({ field: 'Query.book', args: { id: 'b2' } }),
      appSyncEvent({ field: 'Query.nothing' }),
    ]);
    expect(answer).toMatchObject([
      { data: null, errorMessage: 'out of shelves', errorType: 'RangeError' },
      { data: { id: 'b1' } },
      { data: null, errorType: 'Forbidden', errorInfo: { owner: 'ann' } },
      { data: { id: 'b2' } },
      { data: null, errorType: 'ResolverNotFoundException' },
    ]);
  });
});

describe('_entities', () => {
  it('aligns the answer with the representations', async () => {
    const { handle } = createBookHandler();
    const answer = await handle(
      entitiesEvent(book('b2'), book('lost'), { __typename: 'Book', isbn: '7' }, book('secret'), book('b2')),
    );
    expect(answer).toEqual([
      { __typename: 'Book', id: 'b2', title: 'Book b2' },
      null,
      { __typename: 'Book', id: 'of-7', isbn: '7' },
      { data: null, errorMessage: 'secret book', errorType: 'Forbidden' },
      { __typename: 'Book', id: 'b2', title: 'Book b2' },
    ]);
  });

  it('loads the distinct keys of a whole batch once', async () => {
    const { handle, loads } = createBookHandler();
    const answer = await handle(['b1', 'b2', 'b1', 'b1'].map((id) => entitiesEvent(book(id))));
    expect(loads).toEqual([['b1', 'b2']]);
    expect(answer).toMatchObject([
      { data: [{ id: 'b1' }] },
      { data: [{ id: 'b2' }] },
      { data: [{ id: 'b1' }] },
      {},
    ]);
  });

  it('fails only the items of the type whose loader throws, or whose representations are unreadable', async () => {
    const { handle } = createBookHandler();
    const answer = await handle([
      entitiesEvent({ __typename: 'Shelf', id: 's1' }),
      entitiesEvent(book('b1')),
      entitiesEvent({ id: 'untyped' }),
      entitiesEvent({ __typename: 'Author', id: 'a1' }),
    ]);
    expect(answer).toMatchObject([
      { data: null, errorMessage: 'shelf gone', errorType: 'RangeError' },
      { data: [{ __typename: 'Book', id: 'b1' }] },
      { data: null, errorType: 'TypeError' },
      { data: null, errorMessage: 'this subgraph has no entity Author' },
    ]);
  });
});

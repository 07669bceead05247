import { describe, expect, it } from 'vitest';
import { shareEqual } from './share-equal.ts';

function shared<Value>(value: Value): Value {
  const copy = JSON.parse(JSON.stringify(value)) as Value;
  const result = shareEqual(copy) as Value;
  expect(result).toEqual(value);
  return result;
}

describe('shareEqual', () => {
  it('makes equal objects one, and what holds them', () => {
    const ada = { id: '1', name: 'Ada' };
    const { books } = shared({ books: [{ author: ada }, { author: { ...ada } }, { author: ada }] });
    expect(books[0]).toBe(books[1]);
    expect(books[0]).toBe(books[2]);
  });

  it('makes equal lists one', () => {
    const [one, other] = shared([{ tags: ['a', 'b'] }, { tags: ['a', 'b'], id: 1 }]);
    expect(one?.tags).toBe(other?.tags);
  });

  it.each([
    [
      { id: '1', name: 'Ada' },
      { id: '1', name: 'Bob' },
    ],
    [{ id: '1' }, { id: '1', name: null }],
    [{ id: '1', name: null }, { id: '1' }],
    [{ id: 1 }, { id: '1' }],
    [{ id: '1' }, ['1']],
    [[1], [1, 2]],
    [{}, []],
  ])('keeps %j and %j apart', (one, other) => {
    const both = shared([one, other]);
    expect(both[0]).not.toBe(both[1]);
  });

  it('compares what begins alike with a few others only', () => {
    const many = Array.from({ length: 20 }, (_, id) => ({ kind: 'book', id }));
    const items = shared([...many, ...many]);
    expect(items[0]).toBe(items[20]);
    expect(items[19]).not.toBe(items[39]);
  });

  it('leaves an answer as it is whose beginning repeats nothing', () => {
    const many = Array.from({ length: 300 }, (_, id) => ({ id }));
    const items = shared([...many, ...many]);
    expect(items[299]).not.toBe(items[599]);
  });
});

import { describe, expect, it } from 'vitest';
import { mergeValues } from './merge-values.ts';

describe('mergeValues', () => {
  it('adds members that are absent, at every depth and item by item', () => {
    const value = { id: '1', maker: { code: 'm' }, tags: [{ a: 1 }, null] };
    const found = { id: '2', name: 'One', maker: { city: 'Oslo' }, tags: [{ b: 2 }, { b: 3 }] };
    expect(mergeValues(value, found)).toEqual({
      id: '1',
      name: 'One',
      maker: { code: 'm', city: 'Oslo' },
      tags: [{ a: 1, b: 2 }, null],
    });
  });

  it('leaves null as it is, and what fits in no way', () => {
    expect(mergeValues(null, { id: '1' })).toBeNull();
    expect(mergeValues({ id: null }, { id: '1' })).toEqual({ id: null });
    expect(mergeValues({ id: '1' }, [1])).toEqual({ id: '1' });
    expect(mergeValues([{ id: '1' }], 'text')).toEqual([{ id: '1' }]);
  });

  it('changes neither argument, and copies nothing when there is nothing to add', () => {
    const value = { maker: { code: 'm' }, tags: [{ a: 1 }] };
    const found = { maker: { city: 'Oslo' }, tags: [{ b: 2 }] };
    mergeValues(value, found);
    expect([value, found]).toEqual([
      { maker: { code: 'm' }, tags: [{ a: 1 }] },
      { maker: { city: 'Oslo' }, tags: [{ b: 2 }] },
    ]);
    expect(mergeValues(value, { tags: [{ a: 2 }] })).toBe(value);
  });
});

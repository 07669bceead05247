import { describe, expect, test } from 'vitest';
import type { OrderCardFragment } from '../../generated/graphql.ts';
import { mergeOrder, updateOrder } from './order-list.ts';

function order(id: string, minute: number, changes: Partial<OrderCardFragment> = {}): OrderCardFragment {
  const at = new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();
  return {
    id,
    status: 'PLACED',
    placedAt: at,
    updatedAt: at,
    total: { amountMinor: 1000, currency: 'EUR' },
    customer: { id: 'c-0001', name: 'Ada', city: null, country: 'DE' },
    lines: [],
    ...changes,
  };
}

const ids = (stream: readonly OrderCardFragment[]) => stream.map(({ id }) => id);

describe('mergeOrder', () => {
  test('puts a new order first and drops the oldest beyond the limit', () => {
    expect(ids(mergeOrder([order('b', 2), order('a', 1)], order('c', 3), 2))).toEqual(['c', 'b']);
  });

  test('puts a late event where it belongs', () => {
    expect(ids(mergeOrder([order('c', 3), order('a', 1)], order('b', 2), 5))).toEqual(['c', 'b', 'a']);
  });

  test('shows an order once, although both the answer and the event bring it', () => {
    const placed = order('a', 1);
    expect(mergeOrder(mergeOrder([], placed, 5), placed, 5)).toEqual([placed]);
  });

  test('keeps the later version when events overtake each other', () => {
    const shipped = order('a', 1, { status: 'SHIPPED', updatedAt: '2026-11-21T11:00:00Z' });
    const picking = order('a', 1, { status: 'PICKING', updatedAt: '2026-11-21T10:30:00Z' });
    expect(mergeOrder([shipped], picking, 5)).toEqual([shipped]);
  });
});

describe('updateOrder', () => {
  test('changes an order that is shown and leaves out one that is not', () => {
    const picking = order('a', 1, { status: 'PICKING' });
    expect(updateOrder([order('a', 1)], picking)).toEqual([picking]);
    expect(updateOrder([order('b', 2)], picking)).toEqual([order('b', 2)]);
  });
});

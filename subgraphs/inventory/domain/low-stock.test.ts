import { expect, it } from 'vitest';
import { emptyStock } from './product-stock.ts';
import { needsMoreCandidates, rankLowStock } from './low-stock.ts';

const ranked = (productId: string, available: number) => ({ record: emptyStock(productId), available });

it('orders by pieces, then by id', () => {
  const read = [ranked('p-3', 1), ranked('p-9', 0), ranked('p-1', 1), ranked('p-2', 1)];
  expect(rankLowStock(read, 3).map((record) => record.productId)).toEqual(['p-9', 'p-1', 'p-2']);
});

it('reads on until the last chosen count is complete', () => {
  const read = [ranked('p-9', 0), ranked('p-3', 1)];
  expect(needsMoreCandidates([], 2)).toBe(true);
  expect(needsMoreCandidates(read, 3)).toBe(true);
  expect(needsMoreCandidates([...read, ranked('p-1', 1)], 2)).toBe(true);
  expect(needsMoreCandidates([...read, ranked('p-1', 2)], 2)).toBe(false);
});

/** Which products are short, in an order that two calls agree on. Pure. */
import type { StockRecord } from './product-stock.ts';

export interface RankedStock {
  readonly record: StockRecord;
  readonly available: number;
}

/** True when reading on could still change the first `limit` products: those with equally few pieces tie by id. */
export function needsMoreCandidates(read: readonly RankedStock[], limit: number): boolean {
  const last = read.at(-1);
  const lastChosen = read[limit - 1];
  return last === undefined || lastChosen === undefined || last.available === lastChosen.available;
}

/** The first `limit` by pieces available, then by product id. */
export function rankLowStock(read: readonly RankedStock[], limit: number): readonly StockRecord[] {
  return read
    .toSorted((a, b) => a.available - b.available || compareIds(a.record.productId, b.record.productId))
    .slice(0, limit)
    .map((ranked) => ranked.record);
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What orders needs to know of the catalog. Its own words: another subgraph's types do not enter here. */
import type { Money } from '../generated/types.ts';

export interface PriceList {
  /** Prices now, by product id; products that the catalog does not have are absent. */
  pricesOf(productIds: readonly string[]): Promise<ReadonlyMap<string, Money>>;
}

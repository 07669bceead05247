/** What a product's stock is, computed over the warehouses. Pure. */
import type { ResolversParentTypes, Warehouse } from '../generated/types.ts';

/** The fields of Product that this subgraph supplies. */
export type ProductStock = ResolversParentTypes['Product'];

export interface StockRecord {
  readonly productId: string;
  /** Warehouse id -> pieces. */
  readonly onHand: Readonly<Record<string, number>>;
  readonly reserved: number;
}

/** A product that never came in: zeros, so that one unknown product does not null a list of them. */
export function emptyStock(productId: string): StockRecord {
  return { productId, onHand: {}, reserved: 0 };
}

/**
 * Totals over all warehouses, and the pieces in each.
 * @param warehouses - in the order wanted; pieces in any other warehouse do not count
 */
export function toProductStock(record: StockRecord, warehouses: readonly Warehouse[]): ProductStock {
  const stockByWarehouse = warehouses
    .filter((warehouse) => record.onHand[warehouse.id] !== undefined)
    .map((warehouse) => ({ warehouse, onHand: record.onHand[warehouse.id] ?? 0 }));
  const onHand = stockByWarehouse.reduce((sum, stock) => sum + stock.onHand, 0);
  const { productId: id, reserved } = record;
  return { id, stock: { onHand, reserved, available: onHand - reserved }, stockByWarehouse };
}

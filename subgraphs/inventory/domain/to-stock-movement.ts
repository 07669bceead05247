/** A movement as the graph shows it: with its warehouse and its product's stock. Pure. */
import type { ResolversParentTypes, Warehouse } from '../generated/types.ts';
import { emptyStock, type StockRecord, toProductStock } from './product-stock.ts';
import type { MovementRecord } from './stock-movement.ts';

export interface MovementSurroundings {
  readonly warehouses: readonly Warehouse[];
  /** Stock of the movement's product, among others. */
  readonly records: readonly StockRecord[];
}

/** @throws Error when the warehouse is gone: warehouses are never removed */
export function toStockMovement(
  { productId, warehouseId, ...movement }: MovementRecord,
  { warehouses, records }: MovementSurroundings,
): ResolversParentTypes['StockMovement'] {
  const warehouse = warehouses.find((candidate) => candidate.id === warehouseId);
  if (warehouse === undefined)
    throw new Error(`movement ${movement.id} names the unknown warehouse ${warehouseId}`);
  const record = records.find((candidate) => candidate.productId === productId) ?? emptyStock(productId);
  return { ...movement, product: toProductStock(record, warehouses), warehouse };
}

/** Stock, movements and warehouses as items of the table. */
import type { Item } from '@tributary/subgraph/dynamodb';
import type { MovementRecord } from '../domain/stock-movement.ts';
import type { RankedStock } from '../domain/low-stock.ts';
import type { Warehouse } from '../generated/types.ts';

/** Partitions of the indexes `by-available` and `by-listing`. */
export const STOCK_LISTING = 'STOCK';
export const MOVEMENT_LISTING = 'MOVEMENT';
export const WAREHOUSE_LISTING = 'WAREHOUSE';

const ON_HAND_PREFIX = 'onHand:';

export const stockKey = (productId: string) => ({ pk: `STOCK#${productId}` });
export const movementKey = (id: string) => ({ pk: `MOVEMENT#${id}` });
export const warehouseKey = (id: string) => ({ pk: `WAREHOUSE#${id}` });

/** One attribute for each warehouse, so that ADD also works on the first piece of a product. */
export const onHandAttribute = (warehouseId: string) => `${ON_HAND_PREFIX}${warehouseId}`;

/** Reads a STOCK item; `available` is kept by the same writes that change the pieces on hand. */
export function fromStockItem(item: Item): RankedStock {
  const {
    productId,
    reserved = 0,
    available,
  } = item as { productId: string; reserved?: number; available: number };
  const onHand = Object.entries(item)
    .filter(([attribute]) => attribute.startsWith(ON_HAND_PREFIX))
    .map(([attribute, pieces]) => [attribute.slice(ON_HAND_PREFIX.length), pieces as number] as const);
  return { record: { productId, onHand: Object.fromEntries(onHand), reserved }, available };
}

export function toMovementItem(movement: MovementRecord) {
  return {
    ...movementKey(movement.id),
    ...movement,
    listing: MOVEMENT_LISTING,
    sortKey: `${movement.at}#${movement.id}`,
  };
}

export function fromMovementItem(item: Item): MovementRecord {
  const {
    id,
    productId,
    warehouseId,
    delta,
    reason,
    reference = null,
    at,
  } = item as unknown as MovementRecord;
  return { id, productId, warehouseId, delta, reason, reference, at };
}

export function fromWarehouseItem(item: Item): Warehouse {
  const { id, name, city } = item as unknown as Warehouse;
  return { id, name, city };
}

/** Warehouses, stock and recent movements of the sample warehouse. */
import type { MovementRecord } from '../domain/stock-movement.ts';
import type { Warehouse } from '../generated/types.ts';
import {
  onHandAttribute,
  STOCK_LISTING,
  stockKey,
  toMovementItem,
  WAREHOUSE_LISTING,
  warehouseKey,
} from '../store/inventory-item.ts';
import { before, DAY_MS, seedId } from '../../seed-clock.ts';
import type { Random } from '../../seed-random.ts';

const MOVEMENT_COUNT = 240;
const MOVEMENT_DAYS = 7;
/** Share of the products that are nearly sold out. */
const SHORT_SHARE = 0.07;
/** The newest products are listed before their first delivery. */
const WITHOUT_STOCK = 2;

const WAREHOUSES: readonly Warehouse[] = [
  { id: 'w-hamburg', name: 'Hamburg Harbor', city: 'Hamburg' },
  { id: 'w-leipzig', name: 'Leipzig Hub', city: 'Leipzig' },
  { id: 'w-munich', name: 'Munich South', city: 'Munich' },
];

export function toInventoryItems(random: Random, productIds: readonly string[]): readonly object[] {
  const stocked = productIds.slice(0, -WITHOUT_STOCK);
  return [
    ...WAREHOUSES.map((warehouse) => ({
      ...warehouseKey(warehouse.id),
      ...warehouse,
      listing: WAREHOUSE_LISTING,
      sortKey: warehouse.id,
    })),
    ...stocked.map((id) => toStockItem(random, id)),
    ...seedMovements(random, stocked).map(toMovementItem),
  ];
}

function toStockItem(random: Random, id: string): object {
  const most = random.fraction() < SHORT_SHARE ? 3 : 120;
  const onHand = WAREHOUSES.map(
    (warehouse) => [onHandAttribute(warehouse.id), random.between(0, most)] as const,
  );
  const available = onHand.reduce((sum, [, pieces]) => sum + pieces, 0);
  return {
    ...stockKey(id),
    productId: id,
    ...Object.fromEntries(onHand),
    available,
    stockListing: STOCK_LISTING,
  };
}

function seedMovements(random: Random, productIds: readonly string[]): readonly MovementRecord[] {
  const ages = Array.from({ length: MOVEMENT_COUNT }, () =>
    Math.floor(random.fraction() * MOVEMENT_DAYS * DAY_MS),
  );
  return ages
    .toSorted((a, b) => b - a)
    .map((ageMs, index) => {
      const isInbound = random.fraction() < 0.4;
      return {
        id: seedId('m', index + 1),
        productId: random.pick(productIds),
        warehouseId: random.pick(WAREHOUSES).id,
        delta: isInbound ? random.between(2, 12) * 10 : -random.between(1, 6),
        reason: isInbound ? 'INBOUND' : 'OUTBOUND',
        reference: isInbound
          ? seedId('delivery', random.between(1, 400))
          : seedId('o', random.between(900, 1000), 5),
        at: before(ageMs),
      };
    });
}

/** Orders of the sample warehouse: 1,000 over 90 days, numbered as they came in. */
import type { OrderRecord } from '../domain/order-record.ts';
import { newOrder } from '../domain/place-order.ts';
import type { Money, OrderStatus } from '../generated/types.ts';
import { before, DAY_MS, MINUTE_MS, SEED_NOW, seedId } from '../../seed-clock.ts';
import type { Random } from '../../seed-random.ts';

const ORDER_COUNT = 1000;
const ORDER_DAYS = 90;
const CANCELLED_SHARE = 0.04;

export interface OrderSources {
  /** Product id -> price. */
  readonly prices: ReadonlyMap<string, Money>;
  readonly customerIds: readonly string[];
}

export function seedOrders(random: Random, { prices, customerIds }: OrderSources): readonly OrderRecord[] {
  const products = [...prices.keys()];
  const ages = Array.from({ length: ORDER_COUNT }, () => Math.floor(random.fraction() * ORDER_DAYS * DAY_MS));
  return ages
    .toSorted((a, b) => b - a)
    .map((ageMs, index) => {
      const id = seedId('o', index + 1, 5);
      const lineCount = random.pick([1, 1, 1, 2, 2, 3, 4]);
      const productIds = new Set(Array.from({ length: lineCount }, () => random.pick(products)));
      const lines = [...productIds].map((productId) => ({
        productId,
        quantity: random.pick([1, 1, 1, 2, 2, 3, 5]),
      }));
      const input = { customerId: random.pick(customerIds), clientRequestId: id, lines };
      const order = newOrder(input, prices, { id, at: before(ageMs) });
      const status = statusAt(ageMs, random);
      return { ...order, status, updatedAt: updatedAt(status, order.placedAt, random) };
    });
}

/** Orders are picked within hours, shipped the next day, and there after four. */
function statusAt(ageMs: number, random: Random): OrderStatus {
  if (random.fraction() < CANCELLED_SHARE) return 'CANCELLED';
  const ageDays = ageMs / DAY_MS;
  if (ageDays < 0.5) return 'PLACED';
  if (ageDays < 1.5) return 'PICKING';
  return ageDays < 5 ? 'SHIPPED' : 'DELIVERED';
}

function updatedAt(status: OrderStatus, placedAt: string, random: Random): string {
  const daysTaken = { PLACED: 0, PICKING: 0.3, SHIPPED: 1.2, DELIVERED: 4, CANCELLED: 0.1 }[status];
  if (daysTaken === 0) return placedAt;
  const at = Date.parse(placedAt) + daysTaken * DAY_MS + random.between(0, 90) * MINUTE_MS;
  return new Date(Math.min(at, Date.parse(SEED_NOW))).toISOString();
}

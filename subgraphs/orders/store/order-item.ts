/** Orders as items of the table. */
import type { Item } from '@tributary/subgraph/dynamodb';
import type { OrderRecord } from '../domain/order-record.ts';
import type { Money } from '../generated/types.ts';

/** Partition of the index `by-listing`. */
export const LISTING = 'ORDER';

export const orderKey = (id: string) => ({ pk: `ORDER#${id}` });

/** The guard that makes placing an order idempotent; it holds the order's id. */
export const requestKey = (clientRequestId: string) => ({ pk: `REQUEST#${clientRequestId}` });

interface StoredLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: Money;
}

interface StoredOrder extends Omit<OrderRecord, 'customer' | 'lines'> {
  readonly customerId: string;
  readonly lines: readonly StoredLine[];
}

/** The item of an order: references flat, and what sorts it among all orders. */
export function toOrderItem(order: OrderRecord) {
  const { customer, lines, ...fields } = order;
  const stored: StoredOrder = {
    ...fields,
    customerId: customer.id,
    lines: lines.map(({ product, quantity, unitPrice }) => ({ productId: product.id, quantity, unitPrice })),
  };
  return { ...orderKey(order.id), ...stored, listing: LISTING, sortKey: `${order.placedAt}#${order.id}` };
}

/** Reads an item that `toOrderItem` made. */
export function fromOrderItem(item: Item): OrderRecord {
  const { id, status, customerId, lines, total, placedAt, updatedAt } = item as unknown as StoredOrder;
  return {
    id,
    status,
    customer: { id: customerId },
    lines: lines.map(({ productId, ...line }) => ({ product: { id: productId }, ...line })),
    total,
    placedAt,
    updatedAt,
  };
}

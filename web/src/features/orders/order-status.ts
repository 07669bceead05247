import type { OrderStatus } from '../../generated/graphql.ts';

export const STATUS_LABELS: Record<OrderStatus, string> = {
  PLACED: 'Placed',
  PICKING: 'Picking',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  CANCELLED: 'Cancelled',
};

/** The status that an order may take next; undefined at the end of its way. */
export function nextStatus(status: OrderStatus): OrderStatus | undefined {
  switch (status) {
    case 'PLACED':
      return 'PICKING';
    case 'PICKING':
      return 'SHIPPED';
    case 'SHIPPED':
      return 'DELIVERED';
    case 'DELIVERED':
    case 'CANCELLED':
      return undefined;
  }
}

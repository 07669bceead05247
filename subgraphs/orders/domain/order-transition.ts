/** The way of an order. Pure. */
import { SubgraphError } from '@tributary/subgraph';
import type { OrderStatus } from '../generated/types.ts';

/** A step that the store makes only from one of these states. */
export interface OrderTransition {
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
}

/** The step that a warehouse makes. @throws SubgraphError `IllegalTransition` when nothing advances to that state */
export function advanceTo(to: OrderStatus): OrderTransition {
  switch (to) {
    case 'PICKING':
      return { from: ['PLACED'], to };
    case 'SHIPPED':
      return { from: ['PICKING'], to };
    case 'DELIVERED':
      return { from: ['SHIPPED'], to };
    case 'PLACED':
    case 'CANCELLED':
      throw new SubgraphError('IllegalTransition', `an order can not be advanced to ${to}`, { to });
  }
}

/** What has left the warehouse can not be cancelled. */
export const cancellation: OrderTransition = { from: ['PLACED', 'PICKING'], to: 'CANCELLED' };

/** The error for an order that is in another state than the step starts from. */
export function illegalTransition(from: OrderStatus, to: OrderStatus): SubgraphError {
  return new SubgraphError('IllegalTransition', `an order can not go from ${from} to ${to}`, { from, to });
}

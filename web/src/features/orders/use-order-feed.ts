/** The orders as the operations page follows them: loaded once, then kept current by events. */
import { useState } from 'react';
import { mapReady, type LoadState } from '../../api/load-state.ts';
import { useCacheUpdate } from '../../api/use-cache-update.ts';
import { useLoad } from '../../api/use-load.ts';
import {
  OrderPlacedDocument,
  OrderRateDocument,
  OrderStatusChangedDocument,
  OrderStreamDocument,
  type OrderCardFragment,
  type OrderRateQuery,
} from '../../generated/graphql.ts';
import { useFreshIds } from '../../ui/use-fresh-ids.ts';
import { useLiveEvents } from '../connection/use-live-events.ts';
import { mergeOrder, updateOrder } from './order-list.ts';

const STREAM_VARIABLES = { limit: 20 };
const RATE_VARIABLES = { limit: 100 };

/** Most orders that the chart loads; older ones are not counted. */
export const RATE_ORDER_LIMIT = RATE_VARIABLES.limit;

export type RatedOrder = OrderRateQuery['orders']['items'][number];

export interface OrderFeed {
  /** Newest first. */
  readonly stream: LoadState<readonly OrderCardFragment[]>;
  /** Time and total of recent orders, newest first. */
  readonly rated: LoadState<readonly RatedOrder[]>;
  readonly freshIds: ReadonlySet<string>;
  /** The order that came last while the page was open. */
  readonly latest: OrderCardFragment | undefined;
  /** Shows an order's new status, whether an event or an answer brought it. */
  readonly takeStatus: (order: OrderCardFragment) => void;
}

export function useOrderFeed(): OrderFeed {
  const stream = useLoad(OrderStreamDocument, STREAM_VARIABLES);
  const rated = useLoad(OrderRateDocument, RATE_VARIABLES);
  const updateStream = useCacheUpdate(OrderStreamDocument, STREAM_VARIABLES);
  const updateRated = useCacheUpdate(OrderRateDocument, RATE_VARIABLES);
  const { freshIds, markFresh } = useFreshIds();
  const [latest, setLatest] = useState<OrderCardFragment>();

  useLiveEvents(OrderPlacedDocument, {}, ({ data: { onOrderPlaced: order } }) => {
    if (order === null) return;
    updateStream(({ orders }) => ({
      orders: { items: mergeOrder(orders.items, order, STREAM_VARIABLES.limit) },
    }));
    updateRated(({ orders }) => ({
      orders: { items: [order, ...orders.items.filter(({ id }) => id !== order.id)] },
    }));
    markFresh(order.id);
    setLatest(order);
  });
  const takeStatus = (order: OrderCardFragment) => {
    updateStream(({ orders }) => ({ orders: { items: updateOrder(orders.items, order) } }));
    markFresh(order.id);
  };
  useLiveEvents(OrderStatusChangedDocument, {}, ({ data }) => {
    if (data.onOrderStatus !== null) takeStatus(data.onOrderStatus);
  });

  return {
    stream: mapReady(stream, ({ orders }) => orders.items),
    rated: mapReady(rated, ({ orders }) => orders.items),
    freshIds,
    latest,
    takeStatus,
  };
}

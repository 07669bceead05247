/** The chart of how many orders come in, by the minute or by the day. */
import { lazy, Suspense, useState } from 'react';
import type { LoadState } from '../../api/load-state.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { PATHS } from '../../navigation/route.ts';
import { LoadView } from '../../ui/load-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RATE_WINDOWS, toRateBuckets, windowStartMs, type RateWindowName } from './order-rate.ts';
import { RATE_ORDER_LIMIT, type RatedOrder } from './use-order-feed.ts';

const OrderRateChart = lazy(() => import('./order-rate-chart.tsx'));

const WINDOW_LABELS: Record<RateWindowName, string> = { minutes: '30 minutes', days: '7 days' };
const TITLES: Record<RateWindowName, string> = { minutes: 'Orders per minute', days: 'Orders per day' };

interface OrderRatePanelProps {
  readonly rated: LoadState<readonly RatedOrder[]>;
  readonly nowMs: number;
}

export function OrderRatePanel({ rated, nowMs }: OrderRatePanelProps) {
  const [windowName, setWindowName] = useState<RateWindowName>('minutes');
  const segments = (
    <Segments
      label="Stretch of time"
      options={WINDOW_LABELS}
      selected={windowName}
      onSelect={setWindowName}
    />
  );
  return (
    <Panel title={TITLES[windowName]} sources={['orders']} actions={segments} className="order-rate-panel">
      <LoadView state={rated} what="the order rate" placeholder={<Skeleton rows={14} shape="chart" />}>
        {(orders) => {
          const buckets = toRateBuckets(orders, RATE_WINDOWS[windowName], nowMs);
          const total = buckets.reduce((sum, { orderCount }) => sum + orderCount, 0);
          return (
            <>
              <div className="rate-chart" role="img" aria-label={describeRate(total, windowName)}>
                <Suspense fallback={<Skeleton rows={14} shape="chart" />}>
                  <OrderRateChart buckets={buckets} windowName={windowName} />
                </Suspense>
              </div>
              {total === 0 && (
                <p className="rate-empty">
                  No orders in the last {WINDOW_LABELS[windowName]}.{' '}
                  <AppLink to={PATHS.store}>Place one in the Store</AppLink> and watch it rise.
                </p>
              )}
              {isCutOff(orders, windowName, nowMs) && (
                <p className="muted">
                  Counts the newest {RATE_ORDER_LIMIT} orders; there are older ones in this stretch.
                </p>
              )}
            </>
          );
        }}
      </LoadView>
    </Panel>
  );
}

function describeRate(total: number, windowName: RateWindowName): string {
  return `${TITLES[windowName]}: ${total} in the last ${WINDOW_LABELS[windowName]}`;
}

/** True when the window reaches further back than the orders that were loaded. */
function isCutOff(orders: readonly RatedOrder[], windowName: RateWindowName, nowMs: number): boolean {
  const oldest = orders.at(-1);
  if (oldest === undefined || orders.length < RATE_ORDER_LIMIT) return false;
  return Date.parse(oldest.placedAt) > windowStartMs(RATE_WINDOWS[windowName], nowMs);
}

/** The newest orders; a screen reader hears of each one that arrives. */
import type { LoadState } from '../../api/load-state.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { PATHS } from '../../navigation/route.ts';
import { useSend } from '../../api/use-send.ts';
import { AdvanceOrderDocument, type OrderCardFragment } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatMoney } from '../../ui/format-money.ts';
import { LoadView } from '../../ui/load-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Toast } from '../../ui/toast.tsx';
import { OrderRow } from './order-row.tsx';
import './orders.css';

interface OrderStreamProps {
  readonly stream: LoadState<readonly OrderCardFragment[]>;
  readonly freshIds: ReadonlySet<string>;
  readonly latest: OrderCardFragment | undefined;
  readonly nowMs: number;
  readonly onAdvanced: (order: OrderCardFragment) => void;
}

export function OrderStream({ stream, freshIds, latest, nowMs, onAdvanced }: OrderStreamProps) {
  const advance = useSend(AdvanceOrderDocument);
  return (
    <Panel title="Order stream" sources={['orders', 'customers', 'catalog']} className="order-stream-panel">
      <p className="visually-hidden" aria-live="polite">
        {latest && `New order ${latest.id} from ${latest.customer.name}, ${formatMoney(latest.total)}`}
      </p>
      <LoadView state={stream} what="orders" placeholder={<Skeleton rows={6} />}>
        {(orders) =>
          orders.length === 0 ? (
            <EmptyState title="No orders yet">
              Place the first one in the <AppLink to={PATHS.store}>Store</AppLink>; it shows up here by
              itself.
            </EmptyState>
          ) : (
            <ol className="rows" data-testid="order-stream" aria-label="Orders, newest first">
              {orders.map((order) => (
                <OrderRow
                  key={order.id}
                  order={order}
                  nowMs={nowMs}
                  isFresh={freshIds.has(order.id)}
                  onAdvance={(to) =>
                    advance.send({ id: order.id, to }, ({ data }) => onAdvanced(data.advanceOrder))
                  }
                />
              ))}
            </ol>
          )
        }
      </LoadView>
      {advance.state.kind === 'failed' && <Toast text={advance.state.reason} onDismiss={advance.dismiss} />}
    </Panel>
  );
}

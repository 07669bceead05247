import type { OrderCardFragment, OrderStatus } from '../../generated/graphql.ts';
import { formatAgo } from '../../ui/format-ago.ts';
import { formatMoney } from '../../ui/format-money.ts';
import { nextStatus, STATUS_LABELS } from './order-status.ts';

interface OrderRowProps {
  readonly order: OrderCardFragment;
  readonly nowMs: number;
  readonly isFresh: boolean;
  readonly onAdvance: (to: OrderStatus) => void;
}

export function OrderRow({ order, nowMs, isFresh, onAdvance }: OrderRowProps) {
  const next = nextStatus(order.status);
  return (
    <li className="order-row" data-testid="order-row" data-order-id={order.id} data-fresh={isFresh}>
      <div className="order-who">
        <strong>{order.customer.name}</strong>
        <span className="muted">
          {[order.customer.city, order.customer.country].filter((part) => part !== null).join(', ')}
        </span>
      </div>
      <p className="order-what">{describeLines(order)}</p>
      <div className="order-sum">
        <strong className="figure">{formatMoney(order.total)}</strong>
        <span className="muted">
          <span className="figure" title={order.id}>
            {shortId(order.id)}
          </span>{' '}
          · <time dateTime={order.placedAt}>{formatAgo(order.placedAt, nowMs)}</time>
        </span>
      </div>
      <div className="order-status">
        <span className="status" data-status={order.status}>
          {STATUS_LABELS[order.status]}
        </span>
        {next !== undefined && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => onAdvance(next)}
            aria-label={`Move order ${order.id} to ${STATUS_LABELS[next]}`}
          >
            → {STATUS_LABELS[next]}
          </button>
        )}
      </div>
    </li>
  );
}

function describeLines({ lines }: OrderCardFragment): string {
  return lines
    .map(({ quantity, product }) => (quantity === 1 ? product.name : `${quantity} × ${product.name}`))
    .join(', ');
}

/** New orders have long random ids; their first part tells them apart on a screen. */
function shortId(id: string): string {
  return id.length <= SHORT_ID_CHARS ? id : `${id.slice(0, SHORT_ID_CHARS)}…`;
}

const SHORT_ID_CHARS = 10;

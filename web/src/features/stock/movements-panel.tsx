import type { LoadState } from '../../api/load-state.ts';
import type { MovementReason, StockMovementRowFragment } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatAgo } from '../../ui/format-ago.ts';
import { LoadView } from '../../ui/load-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './stock.css';

const REASON_LABELS: Record<MovementReason, string> = {
  INBOUND: 'Inbound',
  OUTBOUND: 'Outbound',
  ADJUSTMENT: 'Adjustment',
};

interface MovementsPanelProps {
  readonly movements: LoadState<readonly StockMovementRowFragment[]>;
  readonly freshIds: ReadonlySet<string>;
  readonly nowMs: number;
}

/** What went in and out of the warehouses, newest first. */
export function MovementsPanel({ movements, freshIds, nowMs }: MovementsPanelProps) {
  return (
    <Panel title="Stock movements" sources={['inventory', 'catalog']} className="movements-panel">
      <LoadView state={movements} what="stock movements" placeholder={<Skeleton rows={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing has moved yet">
              Receive or pick something in the list of low stock.
            </EmptyState>
          ) : (
            <ol className="rows" data-testid="stock-movements" aria-label="Stock movements, newest first">
              {rows.map((movement) => (
                <MovementRow
                  key={movement.id}
                  movement={movement}
                  nowMs={nowMs}
                  isFresh={freshIds.has(movement.id)}
                />
              ))}
            </ol>
          )
        }
      </LoadView>
    </Panel>
  );
}

interface MovementRowProps {
  readonly movement: StockMovementRowFragment;
  readonly nowMs: number;
  readonly isFresh: boolean;
}

function MovementRow({ movement, nowMs, isFresh }: MovementRowProps) {
  const { delta, product, warehouse, reason, reference, at } = movement;
  return (
    <li className="movement-row" data-testid="movement-row" data-fresh={isFresh}>
      <span className="delta figure" data-direction={delta < 0 ? 'out' : 'in'}>
        {delta < 0 ? `−${-delta}` : `+${delta}`}
      </span>
      <span className="movement-what">
        <strong>{product.name}</strong>
        <span className="muted">
          {REASON_LABELS[reason]}, {warehouse.name}
          {reference !== null && ` · ${reference}`}
        </span>
      </span>
      <span className="movement-when muted">
        <time dateTime={at}>{formatAgo(at, nowMs)}</time>
      </span>
    </li>
  );
}

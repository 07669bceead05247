/** Products that run low, with one-tap movements so that stock can be seen to move. */
import type { LoadState } from '../../api/load-state.ts';
import { useSend } from '../../api/use-send.ts';
import {
  PickStockDocument,
  ReceiveStockDocument,
  type LowStockProductFragment,
  type StockMovementRowFragment,
} from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadView } from '../../ui/load-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Toast } from '../../ui/toast.tsx';
import { LowStockRow } from './low-stock-row.tsx';
import { LOW_STOCK_THRESHOLD } from './use-stock-feed.ts';

interface LowStockPanelProps {
  readonly lowStock: LoadState<readonly LowStockProductFragment[]>;
  readonly onMoved: (movement: StockMovementRowFragment) => void;
}

export function LowStockPanel({ lowStock, onMoved }: LowStockPanelProps) {
  const receive = useSend(ReceiveStockDocument);
  const pick = useSend(PickStockDocument);
  const failed = [receive, pick].find(({ state }) => state.kind === 'failed');
  return (
    <Panel title="Running low" sources={['inventory', 'catalog']} className="low-stock-panel">
      <LoadView state={lowStock} what="low stock" placeholder={<Skeleton rows={5} />}>
        {(products) =>
          products.length === 0 ? (
            <EmptyState title="Every shelf is stocked">
              Every product has more than {LOW_STOCK_THRESHOLD} units available.
            </EmptyState>
          ) : (
            <ul
              className="rows"
              data-testid="low-stock"
              aria-label={`Products with ${LOW_STOCK_THRESHOLD} units or fewer`}
            >
              {products.map((product) => (
                <LowStockRow
                  key={product.id}
                  product={product}
                  onReceive={(movement) => receive.send(movement, ({ data }) => onMoved(data.receiveStock))}
                  onPick={(movement) => pick.send(movement, ({ data }) => onMoved(data.pickStock))}
                />
              ))}
            </ul>
          )
        }
      </LoadView>
      {failed?.state.kind === 'failed' && <Toast text={failed.state.reason} onDismiss={failed.dismiss} />}
    </Panel>
  );
}

/** The warehouse at a glance, live. */
import { PageTitle } from '../../ui/page-title.tsx';
import { useNow } from '../../ui/use-now.ts';
import { OrderRatePanel } from '../orders/order-rate-panel.tsx';
import { OrderStream } from '../orders/order-stream.tsx';
import { useOrderFeed } from '../orders/use-order-feed.ts';
import { LowStockPanel } from '../stock/low-stock-panel.tsx';
import { MovementsPanel } from '../stock/movements-panel.tsx';
import { useStockFeed } from '../stock/use-stock-feed.ts';
import { KeyFigures } from './key-figures.tsx';
import { toKeyFigures } from './to-key-figures.ts';
import './operations.css';

/** Milliseconds between steps of the clock that relative times and the chart's window follow. */
const CLOCK_STEP_MS = 5_000;

export default function OperationsPage() {
  const nowMs = useNow(CLOCK_STEP_MS);
  const orders = useOrderFeed();
  const stock = useStockFeed();
  return (
    <div className="operations">
      <PageTitle title="Operations">Orders and stock of the warehouse, as they happen.</PageTitle>
      <KeyFigures figures={toKeyFigures({ ...stock, rated: orders.rated, nowMs })} />
      <OrderRatePanel rated={orders.rated} nowMs={nowMs} />
      <LowStockPanel lowStock={stock.lowStock} onMoved={stock.takeMovement} />
      <OrderStream {...orders} nowMs={nowMs} onAdvanced={orders.takeStatus} />
      <MovementsPanel movements={stock.movements} freshIds={stock.freshIds} nowMs={nowMs} />
    </div>
  );
}

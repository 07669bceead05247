/** Reads the page's key figures from what is loaded. Pure; a figure that is not known yet is a dash. */
import type { LoadState } from '../../api/load-state.ts';
import type { LowStockProductFragment, StockMovementRowFragment } from '../../generated/graphql.ts';
import { formatSum } from '../../ui/format-money.ts';
import { RATE_WINDOWS, windowStartMs } from '../orders/order-rate.ts';
import type { RatedOrder } from '../orders/use-order-feed.ts';
import { sumUnits } from '../stock/movement-list.ts';
import { LOW_STOCK_LIMIT } from '../stock/use-stock-feed.ts';

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: 'orders' | 'inventory' | 'alert';
}

interface OperationsData {
  readonly rated: LoadState<readonly RatedOrder[]>;
  readonly movements: LoadState<readonly StockMovementRowFragment[]>;
  readonly lowStock: LoadState<readonly LowStockProductFragment[]>;
  readonly nowMs: number;
}

const UNKNOWN = '–';

export function toKeyFigures({ rated, movements, lowStock, nowMs }: OperationsData): KeyFigure[] {
  const sinceMs = windowStartMs(RATE_WINDOWS.minutes, nowMs);
  const recent = readData(rated)?.filter(({ placedAt }) => Date.parse(placedAt) >= sinceMs);
  const moved = readData(movements);
  const units = moved && sumUnits(moved, sinceMs);
  const low = readData(lowStock);
  return [
    { label: 'Orders', value: recent?.length.toString() ?? UNKNOWN, note: 'last 30 minutes', tone: 'orders' },
    {
      label: 'Order value',
      value: recent === undefined ? UNKNOWN : formatSum(recent.map(({ total }) => total)),
      note: 'last 30 minutes',
      tone: 'orders',
    },
    {
      label: 'Units in / out',
      value: units === undefined ? UNKNOWN : `${units.unitsIn} / ${units.unitsOut}`,
      note: 'last 30 minutes',
      tone: 'inventory',
    },
    {
      label: 'Running low',
      value: low === undefined ? UNKNOWN : formatCount(low.length, LOW_STOCK_LIMIT),
      note: 'products',
      tone: low !== undefined && low.length > 0 ? 'alert' : 'inventory',
    },
  ];
}

/** A count of a list that was cut off at `limit` says that there may be more. */
function formatCount(count: number, limit: number): string {
  return count < limit ? `${count}` : `${count}+`;
}

function readData<Data>(state: LoadState<Data>): Data | undefined {
  return state.kind === 'ready' ? state.data : undefined;
}

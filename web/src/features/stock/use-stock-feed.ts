/** Stock as the operations page follows it: movements by events, low stock asked again when something moved. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { mapReady, type LoadState } from '../../api/load-state.ts';
import { toQueryKey } from '../../api/query-key.ts';
import { useCacheUpdate } from '../../api/use-cache-update.ts';
import { useLoad } from '../../api/use-load.ts';
import {
  LowStockDocument,
  StockMovedDocument,
  StockMovementsDocument,
  type LowStockProductFragment,
  type StockMovementRowFragment,
} from '../../generated/graphql.ts';
import { useFreshIds } from '../../ui/use-fresh-ids.ts';
import { useLiveEvents } from '../connection/use-live-events.ts';
import { prependMovement } from './movement-list.ts';

/** Units available up to which a product is listed as low. */
export const LOW_STOCK_THRESHOLD = 10;

/** Most products that the list of low stock holds. */
export const LOW_STOCK_LIMIT = 20;

const LOW_STOCK_VARIABLES = { threshold: LOW_STOCK_THRESHOLD, limit: LOW_STOCK_LIMIT };
const MOVEMENT_VARIABLES = { limit: 30 };

/** Milliseconds to gather movements before low stock is asked again: a delivery moves many products at once. */
const GATHER_MS = 250;

export interface StockFeed {
  /** Newest first. */
  readonly movements: LoadState<readonly StockMovementRowFragment[]>;
  readonly lowStock: LoadState<readonly LowStockProductFragment[]>;
  readonly freshIds: ReadonlySet<string>;
  /** Puts a movement in its place, whether an event or an answer brought it. */
  readonly takeMovement: (movement: StockMovementRowFragment) => void;
}

export function useStockFeed(): StockFeed {
  const movements = useLoad(StockMovementsDocument, MOVEMENT_VARIABLES);
  const lowStock = useLoad(LowStockDocument, LOW_STOCK_VARIABLES);
  const updateMovements = useCacheUpdate(StockMovementsDocument, MOVEMENT_VARIABLES);
  const refreshLowStock = useLowStockRefresh();
  const { freshIds, markFresh } = useFreshIds();

  const takeMovement = (movement: StockMovementRowFragment) => {
    updateMovements(({ stockMovements }) => ({
      stockMovements: prependMovement(stockMovements, movement, MOVEMENT_VARIABLES.limit),
    }));
    markFresh(movement.id);
    refreshLowStock();
  };
  useLiveEvents(StockMovedDocument, {}, ({ data }) => {
    if (data.onStockMovement !== null) takeMovement(data.onStockMovement);
  });

  return {
    movements: mapReady(movements, ({ stockMovements }) => stockMovements),
    lowStock: mapReady(lowStock, (data) => data.lowStock),
    freshIds,
    takeMovement,
  };
}

function useLowStockRefresh(): () => void {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void queryClient.invalidateQueries({ queryKey: toQueryKey(LowStockDocument, LOW_STOCK_VARIABLES) });
    }, GATHER_MS);
  };
}

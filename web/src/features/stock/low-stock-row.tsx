import type { LowStockProductFragment } from '../../generated/graphql.ts';
import { warehouseToFill, warehouseToPickFrom } from './choose-warehouse.ts';
import { LOW_STOCK_THRESHOLD } from './use-stock-feed.ts';

const RECEIVE_UNITS = 10;
const PICK_UNITS = 1;

/** A movement that a tap asks for. */
export interface WantedMovement {
  readonly productId: string;
  readonly warehouseId: string;
  readonly quantity: number;
}

interface LowStockRowProps {
  readonly product: LowStockProductFragment;
  readonly onReceive: (movement: WantedMovement) => void;
  readonly onPick: (movement: WantedMovement) => void;
}

export function LowStockRow({ product, onReceive, onPick }: LowStockRowProps) {
  const { available } = product.stock;
  const fill = warehouseToFill(product.stockByWarehouse);
  const pickFrom = warehouseToPickFrom(product.stockByWarehouse);
  return (
    <li className="low-stock-row" data-testid="low-stock-row" data-product-id={product.id}>
      <div className="low-stock-what">
        <strong>{product.name}</strong>
        <span className="muted">
          <span className="figure">{product.sku}</span> · {product.category}
        </span>
      </div>
      <div className="low-stock-level">
        <meter
          min={0}
          max={LOW_STOCK_THRESHOLD}
          value={available}
          aria-label={`Units available of ${product.name}`}
        />
        <span className="figure" data-testid="available">
          {available}
        </span>
      </div>
      <div className="low-stock-actions">
        <button
          type="button"
          className="button button-small"
          disabled={fill === undefined}
          onClick={() =>
            fill &&
            onReceive({ productId: product.id, warehouseId: fill.warehouse.id, quantity: RECEIVE_UNITS })
          }
          aria-label={`Receive ${RECEIVE_UNITS} of ${product.name}`}
          data-testid="receive-stock"
        >
          + {RECEIVE_UNITS}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={pickFrom === undefined}
          onClick={() =>
            pickFrom &&
            onPick({ productId: product.id, warehouseId: pickFrom.warehouse.id, quantity: PICK_UNITS })
          }
          aria-label={`Pick ${PICK_UNITS} of ${product.name}`}
          data-testid="pick-stock"
        >
          − {PICK_UNITS}
        </button>
      </div>
    </li>
  );
}

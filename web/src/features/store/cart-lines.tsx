import { formatMoney } from '../../ui/format-money.ts';
import type { Cart, CartLine } from './cart.ts';

interface CartLinesProps {
  readonly cart: Cart;
  /** Zero removes the line. */
  readonly onSetQuantity: (productId: string, quantity: number) => void;
}

export function CartLines({ cart, onSetQuantity }: CartLinesProps) {
  return (
    <ul className="cart-lines" data-testid="cart-lines" aria-label="Products in the cart">
      {cart.map((line) => (
        <CartRow
          key={line.product.id}
          line={line}
          onSetQuantity={(quantity) => onSetQuantity(line.product.id, quantity)}
        />
      ))}
    </ul>
  );
}

interface CartRowProps {
  readonly line: CartLine;
  readonly onSetQuantity: (quantity: number) => void;
}

function CartRow({ line: { product, quantity }, onSetQuantity }: CartRowProps) {
  return (
    <li>
      <span className="cart-name">{product.name}</span>
      <span className="stepper">
        <button
          type="button"
          onClick={() => onSetQuantity(quantity - 1)}
          aria-label={`One less of ${product.name}`}
        >
          −
        </button>
        <span className="figure" aria-live="polite">
          {quantity}
        </span>
        <button
          type="button"
          disabled={quantity >= product.available}
          onClick={() => onSetQuantity(quantity + 1)}
          aria-label={`One more of ${product.name}`}
        >
          +
        </button>
      </span>
      <span className="figure">
        {formatMoney({ ...product.price, amountMinor: product.price.amountMinor * quantity })}
      </span>
    </li>
  );
}

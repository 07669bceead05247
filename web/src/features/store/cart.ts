/** The cart as a reducer. Pure; quantities stay between one and what is available. */
import type { Money } from '../../ui/format-money.ts';

/** What the cart needs to know of a product. */
export interface CartProduct {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
  /** Units that can be ordered, as last heard. */
  readonly available: number;
}

export interface CartLine {
  readonly product: CartProduct;
  readonly quantity: number;
}

export type Cart = readonly CartLine[];

export type CartEvent =
  | { readonly kind: 'added'; readonly product: CartProduct }
  | { readonly kind: 'quantity-set'; readonly productId: string; readonly quantity: number }
  | { readonly kind: 'stock-changed'; readonly productId: string; readonly available: number }
  | { readonly kind: 'emptied' };

export function reduceCart(cart: Cart, event: CartEvent): Cart {
  switch (event.kind) {
    case 'added':
      return addOne(cart, event.product);
    case 'quantity-set':
      return event.quantity < 1
        ? cart.filter(({ product }) => product.id !== event.productId)
        : changeLine(cart, event.productId, ({ product }) => ({ product, quantity: event.quantity }));
    case 'stock-changed':
      return changeLine(cart, event.productId, ({ product, quantity }) => ({
        product: { ...product, available: event.available },
        quantity,
      }));
    case 'emptied':
      return [];
  }
}

/** What the goods of the cart cost, as one amount for each line. */
export function toLineTotals(cart: Cart): Money[] {
  return cart.map(({ product: { price }, quantity }) => ({
    ...price,
    amountMinor: price.amountMinor * quantity,
  }));
}

export function countUnits(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

function addOne(cart: Cart, product: CartProduct): Cart {
  if (product.available < 1) return cart;
  const isKnown = cart.some((line) => line.product.id === product.id);
  if (!isKnown) return [...cart, { product, quantity: 1 }];
  return changeLine(cart, product.id, ({ quantity }) => ({ product, quantity: quantity + 1 }));
}

function changeLine(cart: Cart, productId: string, change: (line: CartLine) => CartLine): Cart {
  return cart.map((line) => (line.product.id === productId ? limitQuantity(change(line)) : line));
}

function limitQuantity({ product, quantity }: CartLine): CartLine {
  return { product, quantity: Math.max(1, Math.min(quantity, product.available)) };
}

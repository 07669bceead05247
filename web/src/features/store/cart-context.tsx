/** Holds the cart above the pages, so that a look at the dashboard does not empty it. */
import { createContext, useContext, useMemo, useReducer, type Dispatch, type ReactNode } from 'react';
import { reduceCart, type Cart, type CartEvent } from './cart.ts';

interface CartControls {
  readonly cart: Cart;
  readonly dispatch: Dispatch<CartEvent>;
}

const CartContext = createContext<CartControls | undefined>(undefined);

export function CartProvider({ children }: { readonly children: ReactNode }) {
  const [cart, dispatch] = useReducer(reduceCart, []);
  const controls = useMemo(() => ({ cart, dispatch }), [cart]);
  return <CartContext value={controls}>{children}</CartContext>;
}

export function useCart(): CartControls {
  const controls = useContext(CartContext);
  if (controls === undefined) throw new Error('useCart() needs a CartProvider above it');
  return controls;
}

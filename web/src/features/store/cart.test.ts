import { describe, expect, test } from 'vitest';
import { countUnits, reduceCart, toLineTotals, type Cart, type CartEvent, type CartProduct } from './cart.ts';

const lamp: CartProduct = {
  id: 'p-1',
  name: 'Lamp',
  price: { amountMinor: 1999, currency: 'EUR' },
  available: 3,
};
const crate: CartProduct = {
  id: 'p-2',
  name: 'Crate',
  price: { amountMinor: 500, currency: 'EUR' },
  available: 9,
};
const after = (...events: CartEvent[]): Cart => events.reduce(reduceCart, []);
const added = (product: CartProduct): CartEvent => ({ kind: 'added', product });

describe('reduceCart', () => {
  test('adds a product once and then counts up', () => {
    expect(after(added(lamp), added(crate), added(lamp))).toEqual([
      { product: lamp, quantity: 2 },
      { product: crate, quantity: 1 },
    ]);
  });

  test('never holds more than is available', () => {
    expect(after(added(lamp), { kind: 'quantity-set', productId: 'p-1', quantity: 50 })).toEqual([
      { product: lamp, quantity: 3 },
    ]);
    expect(after(added({ ...lamp, available: 0 }))).toEqual([]);
  });

  test('removes a line at zero', () => {
    expect(after(added(lamp), { kind: 'quantity-set', productId: 'p-1', quantity: 0 })).toEqual([]);
  });

  test('follows stock that shrinks', () => {
    const cart = after(added(crate), { kind: 'quantity-set', productId: 'p-2', quantity: 8 });
    const shrunk = reduceCart(cart, { kind: 'stock-changed', productId: 'p-2', available: 2 });
    expect(shrunk).toEqual([{ product: { ...crate, available: 2 }, quantity: 2 }]);
  });

  test('is empty after an order', () => {
    expect(after(added(lamp), { kind: 'emptied' })).toEqual([]);
  });
});

test('line totals and units follow quantities', () => {
  const cart = after(added(lamp), added(lamp), added(crate));
  expect(countUnits(cart)).toBe(3);
  expect(toLineTotals(cart).map(({ amountMinor }) => amountMinor)).toEqual([3998, 500]);
});

import { expect, it } from 'vitest';
import { checkOrderInput, newOrder } from './place-order.ts';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const prices = new Map([
  ['p-1', euros(1999)],
  ['p-2', euros(50)],
  ['p-us', { amountMinor: 100, currency: 'USD' }],
]);
const stamp = { id: 'o-1', at: '2026-11-20T08:00:00.000Z' };
const input = (...lines: readonly (readonly [string, number])[]) => ({
  customerId: 'c-1',
  clientRequestId: 'r-1',
  lines: lines.map(([productId, quantity]) => ({ productId, quantity })),
});

it('keeps the price of the day and adds up', () => {
  expect(newOrder(input(['p-1', 2], ['p-2', 3]), prices, stamp)).toEqual({
    id: 'o-1',
    status: 'PLACED',
    customer: { id: 'c-1' },
    lines: [
      { product: { id: 'p-1' }, quantity: 2, unitPrice: euros(1999) },
      { product: { id: 'p-2' }, quantity: 3, unitPrice: euros(50) },
    ],
    total: euros(4148),
    placedAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
  });
});

it('refuses products without a price and mixed currencies', () => {
  expect(() => newOrder(input(['p-9', 1]), prices, stamp)).toThrow(
    expect.objectContaining({ errorType: 'ProductNotFound', errorInfo: { productId: 'p-9' } }),
  );
  expect(() => newOrder(input(['p-1', 1], ['p-us', 1]), prices, stamp)).toThrow(
    expect.objectContaining({ errorType: 'InvalidOrder' }),
  );
});

it.each([
  input(),
  input(['p-1', 0]),
  input(['p-1', -2]),
  input(['p-1', 10_001]),
  { ...input(['p-1', 1]), customerId: '' },
  { ...input(['p-1', 1]), clientRequestId: '' },
])('refuses %j', (order) => {
  expect(() => checkOrderInput(order)).toThrow(expect.objectContaining({ errorType: 'InvalidOrder' }));
});

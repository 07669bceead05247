import { expect, it } from 'vitest';
import { parseProductPrices } from './parse-product-prices.ts';

const price = { amountMinor: 1999, currency: 'EUR' };

it('takes prices by position and leaves unknown products out', () => {
  const prices = parseProductPrices([{ __typename: 'Product', id: 'p-1', price }, null], ['p-1', 'p-9']);
  expect([...prices]).toEqual([['p-1', price]]);
});

it.each([
  { answer: { data: null } },
  { answer: [] },
  { answer: [{ id: 'p-1' }] },
  { answer: [{ price: '19.99' }] },
])('refuses $answer', ({ answer }) => {
  expect(() => parseProductPrices(answer, ['p-1'])).toThrow(TypeError);
});

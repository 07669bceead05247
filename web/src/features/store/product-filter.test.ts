import { expect, test } from 'vitest';
import type { ProductCardFragment } from '../../generated/graphql.ts';
import { matchesText, withStock } from './product-filter.ts';

const lamp: ProductCardFragment = {
  id: 'p-0001',
  sku: 'LMP-01',
  name: 'Walnut lamp',
  description: null,
  category: 'Lighting',
  price: { amountMinor: 1999, currency: 'EUR' },
  stock: { onHand: 3, reserved: 0, available: 3 },
};

test.each([
  ['', true],
  ['walnut', true],
  ['LAMP light', true],
  ['lmp-01', true],
  ['lamp steel', false],
])('matchesText(%o) is %s', (text, expected) => {
  expect(matchesText(lamp, text)).toBe(expected);
});

test('withStock changes the one product', () => {
  const stock = { onHand: 13, reserved: 1, available: 12 };
  const other = { ...lamp, id: 'p-0002' };
  expect(withStock([lamp, other], 'p-0001', stock)).toEqual([{ ...lamp, stock }, other]);
});

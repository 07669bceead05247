import { expect, test } from 'vitest';
import { addMoney, formatMoney, formatSum } from './format-money.ts';

test('formatMoney follows the minor digits of the currency', () => {
  expect(formatMoney({ amountMinor: 1999, currency: 'EUR' })).toBe('€19.99');
  expect(formatMoney({ amountMinor: 1999, currency: 'JPY' })).toBe('¥1,999');
});

test('addMoney keeps currencies apart', () => {
  const amounts = [
    { amountMinor: 100, currency: 'EUR' },
    { amountMinor: 5, currency: 'USD' },
    { amountMinor: 50, currency: 'EUR' },
  ];
  expect(addMoney(amounts)).toEqual([
    { amountMinor: 150, currency: 'EUR' },
    { amountMinor: 5, currency: 'USD' },
  ]);
});

test('formatSum of nothing is a dash', () => {
  expect(formatSum([])).toBe('–');
});

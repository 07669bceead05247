import { expect, it } from 'vitest';
import { newCustomer } from './new-customer.ts';

const registration = { id: 'c-1', today: '2026-11-20' };

it('writes a customer down in one form', () => {
  const input = { name: ' Ada Lovelace ', email: 'Ada@Example.COM', city: ' ', country: 'gb' };
  expect(newCustomer(input, registration)).toEqual({
    id: 'c-1',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    city: null,
    country: 'GB',
    memberSince: '2026-11-20',
  });
});

it.each([
  { name: ' ', email: 'a@b.de', country: 'DE' },
  { name: 'Ada', email: 'a@b.de', country: 'Germany' },
])('refuses %j', (input) => {
  expect(() => newCustomer(input, registration)).toThrow(
    expect.objectContaining({ errorType: 'InvalidCustomer' }),
  );
});

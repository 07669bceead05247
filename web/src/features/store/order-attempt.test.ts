import { expect, test } from 'vitest';
import { newRequestId, toOrderAttempt } from './order-attempt.ts';

const wanted = { customerId: 'c-0001', lines: [{ productId: 'p-0001', quantity: 2 }] };

test('a second try of the same order keeps its id', () => {
  const first = toOrderAttempt(wanted, undefined, () => 'first');
  expect(toOrderAttempt({ ...wanted }, first, () => 'second')).toEqual({
    ...wanted,
    clientRequestId: 'first',
  });
});

test('a changed order gets an id of its own', () => {
  const first = toOrderAttempt(wanted, undefined, () => 'first');
  const changed = { ...wanted, lines: [{ productId: 'p-0001', quantity: 3 }] };
  expect(toOrderAttempt(changed, first, () => 'second').clientRequestId).toBe('second');
});

test('request ids differ', () => {
  expect(newRequestId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newRequestId()).not.toBe(newRequestId());
});

import { expect, it } from 'vitest';
import { advanceTo } from './order-transition.ts';

it('goes from placed to delivered step by step', () => {
  expect(advanceTo('PICKING').from).toEqual(['PLACED']);
  expect(advanceTo('SHIPPED').from).toEqual(['PICKING']);
  expect(advanceTo('DELIVERED').from).toEqual(['SHIPPED']);
});

it.each(['PLACED', 'CANCELLED'] as const)('never advances to %s', (status) => {
  expect(() => advanceTo(status)).toThrow(expect.objectContaining({ errorType: 'IllegalTransition' }));
});

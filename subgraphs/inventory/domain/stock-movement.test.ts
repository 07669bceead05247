import { expect, it } from 'vitest';
import { inboundMovement, outboundMovement } from './stock-movement.ts';

const request = { productId: 'p-1', warehouseId: 'w-1', quantity: 4 };
const stamp = { id: 'm-1', at: '2026-11-20T08:00:00.000Z' };

it('goes up by inbound and down by outbound', () => {
  expect(inboundMovement({ ...request, reference: 'delivery 7' }, stamp)).toEqual({
    id: 'm-1',
    productId: 'p-1',
    warehouseId: 'w-1',
    delta: 4,
    reason: 'INBOUND',
    reference: 'delivery 7',
    at: '2026-11-20T08:00:00.000Z',
  });
  expect(outboundMovement(request, stamp)).toMatchObject({ delta: -4, reason: 'OUTBOUND', reference: null });
});

it.each([0, -1, 1.5, 1_000_001])('refuses a quantity of %d', (quantity) => {
  expect(() => inboundMovement({ ...request, quantity }, stamp)).toThrow(
    expect.objectContaining({ errorType: 'InvalidQuantity' }),
  );
});

import { expect, it } from 'vitest';
import { emptyStock, toProductStock } from './product-stock.ts';

const north = { id: 'w-north', name: 'North', city: 'Hamburg' };
const south = { id: 'w-south', name: 'South', city: 'Munich' };

it('adds up the warehouses and keeps what is reserved apart', () => {
  const record = { productId: 'p-1', onHand: { 'w-south': 5, 'w-north': 2 }, reserved: 3 };
  expect(toProductStock(record, [north, south])).toEqual({
    id: 'p-1',
    stock: { onHand: 7, reserved: 3, available: 4 },
    stockByWarehouse: [
      { warehouse: north, onHand: 2 },
      { warehouse: south, onHand: 5 },
    ],
  });
});

it('is zero for a product that never came in', () => {
  expect(toProductStock(emptyStock('p-2'), [north])).toEqual({
    id: 'p-2',
    stock: { onHand: 0, reserved: 0, available: 0 },
    stockByWarehouse: [],
  });
});

import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const onStockMovement = await testResolver({
  file: new URL('./Subscription.onStockMovement.ts', import.meta.url),
});

const filterBy = (fieldName, operator, value) => ({
  kind: 'set-subscription-filter',
  filter: { filterGroup: [{ filters: [{ fieldName, operator, value }] }] },
});

it('asks nothing of the data source', () => {
  expect(onStockMovement.request({ arguments: { warehouseId: 'berlin' } }).value).toEqual({ payload: null });
});

it('filters by warehouseId', () => {
  expect(onStockMovement.response({ arguments: { warehouseId: 'berlin' } })).toMatchObject({
    value: null,
    extensions: [filterBy('warehouse.id', 'eq', 'berlin')],
  });
});

it('lets everything through for null, and leaves AppSync its own filter without the argument', () => {
  expect(onStockMovement.response({ arguments: { warehouseId: null } }).extensions).toEqual([
    filterBy('id', 'ne', ''),
  ]);
  expect(onStockMovement.response({ arguments: {} })).toMatchObject({ value: null, extensions: [] });
});

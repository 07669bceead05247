import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const onOrderStatus = await testResolver({
  file: new URL('./Subscription.onOrderStatus.ts', import.meta.url),
});

const filterBy = (fieldName, operator, value) => ({
  kind: 'set-subscription-filter',
  filter: { filterGroup: [{ filters: [{ fieldName, operator, value }] }] },
});

it('asks nothing of the data source', () => {
  expect(onOrderStatus.request({ arguments: { id: 'o-1' } }).value).toEqual({ payload: null });
});

it('filters by id', () => {
  expect(onOrderStatus.response({ arguments: { id: 'o-1' } })).toMatchObject({
    value: null,
    extensions: [filterBy('id', 'eq', 'o-1')],
  });
});

it('lets everything through for null, and leaves AppSync its own filter without the argument', () => {
  expect(onOrderStatus.response({ arguments: { id: null } }).extensions).toEqual([filterBy('id', 'ne', '')]);
  expect(onOrderStatus.response({ arguments: {} })).toMatchObject({ value: null, extensions: [] });
});

import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const onProductChanged = await testResolver({
  file: new URL('./Subscription.onProductChanged.ts', import.meta.url),
});

const filterBy = (fieldName, operator, value) => ({
  kind: 'set-subscription-filter',
  filter: { filterGroup: [{ filters: [{ fieldName, operator, value }] }] },
});

it('asks nothing of the data source', () => {
  expect(onProductChanged.request({ arguments: { category: 'Keyboards' } }).value).toEqual({ payload: null });
});

it('filters by category', () => {
  expect(onProductChanged.response({ arguments: { category: 'Keyboards' } })).toMatchObject({
    value: null,
    extensions: [filterBy('category', 'eq', 'Keyboards')],
  });
});

it('lets everything through for null, and leaves AppSync its own filter without the argument', () => {
  expect(onProductChanged.response({ arguments: { category: null } }).extensions).toEqual([
    filterBy('id', 'ne', ''),
  ]);
  expect(onProductChanged.response({ arguments: {} })).toMatchObject({ value: null, extensions: [] });
});

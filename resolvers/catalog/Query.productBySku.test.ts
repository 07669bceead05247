import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const productBySku = await testResolver({ file: new URL('./Query.productBySku.ts', import.meta.url) });

it('asks the index for one item', () => {
  expect(productBySku.request({ arguments: { sku: 'KB-1' } }).value).toMatchObject({
    operation: 'Query',
    index: 'by-sku',
    limit: 1,
    query: { expressionValues: { ':sku_eq': { S: 'KB-1' } } },
  });
});

it('answers the first item, null for none, and the error of the table', () => {
  expect(productBySku.response({ result: { items: [{ id: 'p-1' }] } }).value).toEqual({ id: 'p-1' });
  expect(productBySku.response({ result: { items: [] } }).value).toBeNull();
  expect(productBySku.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
});

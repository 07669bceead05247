import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const product = await testResolver({ file: new URL('./Query.product.ts', import.meta.url) });

it('reads the product by its key', () => {
  expect(product.request({ arguments: { id: 'p-1' } }).value).toEqual({
    operation: 'GetItem',
    key: { pk: { S: 'PRODUCT#p-1' } },
  });
});

it('answers the item, null for none, and the error of the table', () => {
  expect(product.response({ result: { id: 'p-1' } }).value).toEqual({ id: 'p-1' });
  expect(product.response({ result: null }).value).toBeNull();
  expect(
    product.response({ error: { message: 'slow down', type: 'DynamoDB:Throttling' } }).error,
  ).toMatchObject({ message: 'slow down', errorType: 'DynamoDB:Throttling' });
});

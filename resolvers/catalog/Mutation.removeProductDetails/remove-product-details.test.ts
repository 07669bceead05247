import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const get = await testResolver({ file: new URL('./1-get.ts', import.meta.url) });
const remove = await testResolver({ file: new URL('./2-remove.ts', import.meta.url) });

const env = { CATALOG_TABLE: 'catalog' };
const product = { id: 'p-1', sku: 'KB-1', category: 'Keyboards', updatedAt: '2026-01-02T00:00:00.000Z' };

describe('1-get', () => {
  it('reads the product consistently', () => {
    expect(get.request({ arguments: { id: 'p-1' } }).value).toEqual({
      operation: 'GetItem',
      key: { pk: { S: 'PRODUCT#p-1' } },
      consistentRead: true,
    });
  });

  it('hands the product on, or the error of the table', () => {
    expect(get.response({ result: product })).toMatchObject({ value: product, stash: { product } });
    expect(get.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
  });
});

describe('2-remove', () => {
  it('deletes product and guard and counts down, unless the product was changed', () => {
    expect(remove.request({ arguments: { id: 'p-1' }, env, stash: { product } }).value).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'catalog',
          operation: 'DeleteItem',
          key: { pk: { S: 'PRODUCT#p-1' } },
          condition: {
            expression: 'updatedAt = :before',
            expressionValues: { ':before': { S: product.updatedAt } },
          },
        },
        { operation: 'DeleteItem', key: { pk: { S: 'SKU#KB-1' } } },
        {
          operation: 'UpdateItem',
          key: { pk: { S: 'CATEGORY#Keyboards' } },
          update: { expressionValues: { ':delta': { N: -1 } } },
        },
      ],
    });
  });

  it('reads once more when there is nothing to remove', () => {
    const outcome = remove.request({ arguments: { id: 'p-9' }, env, stash: { product: null } });
    expect(outcome).toMatchObject({ kind: 'value', value: { operation: 'GetItem' } });
  });

  it('answers what was removed, null for nothing', () => {
    expect(remove.response({ stash: { product }, result: { keys: [] } }).value).toEqual(product);
    expect(remove.response({ result: null }).value).toBeNull();
  });

  it('tells that the product was changed meanwhile', () => {
    const error = { message: 'cancelled', type: 'DynamoDB:TransactionCanceledException' };
    const context = { arguments: { id: 'p-1' }, stash: { product }, error };
    const changed = { cancellationReasons: [{ type: 'ConditionCheckFailed' }] };
    expect(remove.response({ ...context, result: changed }).error).toMatchObject({
      message: 'product p-1 was changed meanwhile; read it and try again',
      errorType: 'ProductChanged',
    });
    expect(remove.response({ ...context, result: null }).error?.errorType).toBe(error.type);
  });
});

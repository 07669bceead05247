import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const get = await testResolver({ file: new URL('./1-get.ts', import.meta.url) });
const write = await testResolver({
  file: new URL('./2-write.ts', import.meta.url),
  now: () => Date.UTC(2026, 0, 3),
});

const env = { CATALOG_TABLE: 'catalog' };
const before = {
  id: 'p-1',
  sku: 'KB-1',
  name: 'Keyboard',
  description: 'flat',
  category: 'Keyboards',
  price: { amountMinor: 4900, currency: 'EUR' },
  weightGrams: 800,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
};

describe('1-get', () => {
  it('reads the product consistently', () => {
    expect(get.request({ arguments: { id: 'p-1', input: {} } }).value).toEqual({
      operation: 'GetItem',
      key: { pk: { S: 'PRODUCT#p-1' } },
      consistentRead: true,
    });
  });

  it('refuses details that no product has', () => {
    expect(get.request({ arguments: { id: 'p-1', input: { weightGrams: 0 } } }).error).toMatchObject({
      errorType: 'InvalidProduct',
    });
  });

  it('answers the product, or tells that there is none', () => {
    expect(get.response({ result: before }).value).toEqual(before);
    expect(get.response({ arguments: { id: 'p-9' }, result: null }).error).toMatchObject({
      message: 'there is no product p-9',
      errorType: 'ProductNotFound',
    });
    expect(get.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
  });
});

describe('2-write', () => {
  const writeWith = (input) =>
    write.request({ arguments: { id: 'p-1', input }, env, prev: { result: before } });

  it('keeps what the input leaves out', () => {
    const { stash, value } = writeWith({ name: 'Keys', description: null });
    const product = { ...before, name: 'Keys', updatedAt: '2026-01-03T00:00:00.000Z' };
    expect(stash).toEqual({ product });
    expect(value.transactItems).toHaveLength(1);
    expect(value).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        {
          table: 'catalog',
          operation: 'PutItem',
          key: { pk: { S: 'PRODUCT#p-1' } },
          attributeValues: { name: { S: 'Keys' }, nameKey: { S: 'keys#p-1' }, listing: { S: 'PRODUCT' } },
          condition: {
            expression: 'updatedAt = :before',
            expressionValues: { ':before': { S: before.updatedAt } },
          },
        },
      ],
    });
  });

  it('counts a product from one category to the other', () => {
    expect(writeWith({ category: 'Cables' }).value).toMatchObject({
      transactItems: [
        { operation: 'PutItem' },
        {
          key: { pk: { S: 'CATEGORY#Keyboards' } },
          update: { expressionValues: { ':delta': { N: -1 } } },
        },
        { key: { pk: { S: 'CATEGORY#Cables' } }, update: { expressionValues: { ':delta': { N: 1 } } } },
      ],
    });
  });

  it('answers the product that was written', () => {
    expect(write.response({ stash: { product: before }, result: { keys: [] } }).value).toEqual(before);
  });

  it('tells that the product was changed meanwhile', () => {
    const error = { message: 'cancelled', type: 'DynamoDB:TransactionCanceledException' };
    const context = { arguments: { id: 'p-1' }, stash: { product: before }, error };
    const changed = { cancellationReasons: [{ type: 'ConditionCheckFailed' }] };
    expect(write.response({ ...context, result: changed }).error?.errorType).toBe('ProductChanged');
    expect(write.response({ ...context, result: null }).error?.errorType).toBe(error.type);
  });
});

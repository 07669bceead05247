import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const addProductDetails = await testResolver({
  file: new URL('./Mutation.addProductDetails.ts', import.meta.url),
  now: () => Date.UTC(2026, 0, 2),
  random: () => 0,
});

const env = { CATALOG_TABLE: 'catalog' };
const input = {
  sku: 'KB-1',
  name: 'Keyboard',
  category: 'Keyboards',
  price: { amountMinor: 4900, currency: 'EUR' },
  weightGrams: 800,
};
const product = {
  ...input,
  id: 'p-00000000-0000-4000-8000-000000000000',
  description: null,
  createdAt: '2026-01-02T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
};

describe('request', () => {
  it('writes guard, product and count in one transaction and remembers the product', () => {
    const outcome = addProductDetails.request({ arguments: { input }, env });
    const isNew = { expression: 'attribute_not_exists(pk)', returnValuesOnConditionCheckFailure: false };
    expect(outcome.stash).toEqual({ product });
    expect(outcome.value).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        { table: 'catalog', operation: 'PutItem', key: { pk: { S: 'SKU#KB-1' } }, condition: isNew },
        {
          table: 'catalog',
          operation: 'PutItem',
          key: { pk: { S: `PRODUCT#${product.id}` } },
          attributeValues: {
            sku: { S: 'KB-1' },
            description: { NULL: null },
            listing: { S: 'PRODUCT' },
            nameKey: { S: `keyboard#${product.id}` },
          },
          condition: isNew,
        },
        {
          table: 'catalog',
          operation: 'UpdateItem',
          key: { pk: { S: 'CATEGORY#Keyboards' } },
          update: { expressionValues: { ':delta': { N: 1 }, ':name': { S: 'Keyboards' } } },
        },
      ],
    });
  });

  it.each([
    [{ sku: ' ' }, 'a product needs a sku'],
    [{ name: '' }, 'a product needs a name'],
    [{ category: ' ' }, 'a product needs a category'],
    [{ price: { amountMinor: -1, currency: 'EUR' } }, 'a price is not negative, got -1'],
    [{ price: { amountMinor: 1, currency: 'eur' } }, 'a currency has three letters, got "eur"'],
    [{ weightGrams: 0 }, 'a product weighs at least 1 g, got 0'],
  ])('refuses %o', (change, message) => {
    const { error } = addProductDetails.request({ arguments: { input: { ...input, ...change } }, env });
    expect(error).toMatchObject({ message, errorType: 'InvalidProduct' });
  });

  it('says that the name of the table is missing', () => {
    expect(addProductDetails.request({ arguments: { input } }).error).toMatchObject({
      message: 'the API has no variable CATALOG_TABLE',
      errorType: 'Configuration',
    });
  });
});

describe('response', () => {
  const error = { message: 'cancelled', type: 'DynamoDB:TransactionCanceledException' };
  const context = { arguments: { input }, error };

  it('answers the product that was written', () => {
    expect(addProductDetails.response({ stash: { product }, result: { keys: [] } }).value).toEqual(product);
  });

  it('tells that the sku is taken', () => {
    const cancellationReasons = [{ type: 'ConditionCheckFailed' }, { type: 'None' }, { type: 'None' }];
    const { error: thrown } = addProductDetails.response({ ...context, result: { cancellationReasons } });
    expect(thrown).toEqual({
      message: 'another product has the sku KB-1',
      errorType: 'SkuTaken',
      data: null,
      errorInfo: { sku: 'KB-1' },
    });
  });

  it('passes other errors on', () => {
    const cancellationReasons = [{ type: 'None' }, { type: 'ConditionCheckFailed' }, { type: 'None' }];
    for (const result of [null, { cancellationReasons }]) {
      expect(addProductDetails.response({ ...context, result }).error?.errorType).toBe(error.type);
    }
  });
});

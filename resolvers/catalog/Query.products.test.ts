import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const products = await testResolver({ file: new URL('./Query.products.ts', import.meta.url) });

describe('request', () => {
  it('lists all products, 20 unless told otherwise', () => {
    const { value } = products.request({ arguments: { limit: null } });
    expect(value).toMatchObject({
      operation: 'Query',
      index: 'by-listing',
      limit: 20,
      query: { expressionValues: { ':listing_eq': { S: 'PRODUCT' } } },
    });
    expect(value).not.toHaveProperty('nextToken');
  });

  it('lists one category from where a page ended', () => {
    const context = { arguments: { category: 'Keyboards', limit: 5, nextToken: 'abc' } };
    expect(products.request(context).value).toMatchObject({
      index: 'by-category',
      limit: 5,
      nextToken: 'abc',
      query: { expressionValues: { ':category_eq': { S: 'Keyboards' } } },
    });
  });

  it.each([0, 1001, -1])('refuses the limit %i', (limit) => {
    expect(products.request({ arguments: { limit } }).error).toMatchObject({
      message: `limit must be 1 to 1000, got ${limit}`,
      errorType: 'InvalidLimit',
    });
  });

  it.each([1, 1000])('takes the limit %i', (limit) => {
    expect(products.request({ arguments: { limit } }).value).toMatchObject({ limit });
  });
});

describe('response', () => {
  it('answers a page, with null after the last one', () => {
    const items = [{ id: 'p-1' }];
    expect(products.response({ result: { items, nextToken: 't', scannedCount: 1 } }).value).toEqual({
      items,
      nextToken: 't',
    });
    expect(products.response({ result: { items } }).value).toEqual({ items, nextToken: null });
  });

  it('passes the error of the table on', () => {
    expect(products.response({ error: { message: 'm', type: 'T' } }).error).toMatchObject({
      message: 'm',
      errorType: 'T',
    });
  });
});

import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const categories = await testResolver({ file: new URL('./Query.categories.ts', import.meta.url) });

it('asks for the categories that have products', () => {
  expect(categories.request().value).toEqual({
    operation: 'Query',
    index: 'by-listing',
    query: {
      expression: '#listing = :listing',
      expressionNames: { '#listing': 'listing' },
      expressionValues: { ':listing': { S: 'CATEGORY' } },
    },
    filter: {
      expression: '#productCount > :none',
      expressionNames: { '#productCount': 'productCount' },
      expressionValues: { ':none': { N: 0 } },
    },
  });
});

it('answers their names, and the error of the table', () => {
  const items = [{ nameKey: 'Cables' }, { nameKey: 'Keyboards' }];
  expect(categories.response({ result: { items } }).value).toEqual(['Cables', 'Keyboards']);
  expect(categories.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
});

import { describe, expect, test } from 'vitest';
import { RequestFailed } from './graphql-problem.ts';
import { parseAnswer } from './request.ts';

const error = {
  message: 'no stock',
  errorType: 'InsufficientStock',
  path: ['orders', 'items', 3],
  data: null,
};

describe('parseAnswer', () => {
  test('gives data without problems', () => {
    expect(parseAnswer({ data: { categories: [] } })).toEqual({ data: { categories: [] }, problems: [] });
  });

  test('gives partial data together with its problems', () => {
    expect(parseAnswer({ data: { product: { shippingEstimate: null } }, errors: [error] })).toEqual({
      data: { product: { shippingEstimate: null } },
      problems: [{ message: 'no stock', errorType: 'InsufficientStock', path: 'orders.items.3' }],
    });
  });

  test.each([
    ['null data', { data: null, errors: [error] }],
    ['only null root fields', { data: { product: null }, errors: [error] }],
    ['a network failure as Amplify words it', { data: {}, errors: [error] }],
  ])('fails with the problems on %s', (_, answer) => {
    expect(() => parseAnswer(answer)).toThrow(RequestFailed);
    expect(() => parseAnswer(answer)).toThrow('no stock');
  });

  test('a null root field without errors is an answer', () => {
    expect(parseAnswer({ data: { product: null } })).toEqual({ data: { product: null }, problems: [] });
  });

  test('fails in words on something that is no answer', () => {
    expect(() => parseAnswer('<html>')).toThrow('The API sent no data.');
  });
});

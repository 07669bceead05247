import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const polls = await testResolver({ file: new URL('./Query.polls.ts', import.meta.url) });

it('asks for the newest hundred', () => {
  expect(polls.request().value).toMatchObject({
    operation: 'Query',
    index: 'by-listing',
    scanIndexForward: false,
    limit: 100,
    query: { expressionValues: { ':listing_eq': { S: 'POLL' } } },
  });
});

it('answers the items, and the error of the table', () => {
  expect(polls.response({ result: { items: [{ id: '1' }], nextToken: null } }).value).toEqual([{ id: '1' }]);
  expect(polls.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
});

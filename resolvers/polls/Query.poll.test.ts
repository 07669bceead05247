import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const poll = await testResolver({ file: new URL('./Query.poll.ts', import.meta.url) });

it('reads the poll by its id', () => {
  expect(poll.request({ arguments: { id: '1' } }).value).toEqual({
    operation: 'GetItem',
    key: { id: { S: '1' } },
  });
});

it('answers the item, null for none, and the error of the table', () => {
  expect(poll.response({ result: { id: '1' } }).value).toEqual({ id: '1' });
  expect(poll.response({ result: null }).value).toBeNull();
  expect(poll.response({ error: { message: 'm', type: 'T' } }).error).toMatchObject({
    message: 'm',
    errorType: 'T',
  });
});

import { testResolver } from '@tributary/engine/testing';
import { expect, it } from 'vitest';

const setPollOpen = await testResolver({ file: new URL('./Mutation.setPollOpen.ts', import.meta.url) });

it('updates a poll that exists', () => {
  expect(setPollOpen.request({ arguments: { pollId: '1', isOpen: false } }).value).toEqual({
    operation: 'UpdateItem',
    key: { id: { S: '1' } },
    update: { expression: 'SET isOpen = :isOpen', expressionValues: { ':isOpen': { BOOL: false } } },
    condition: { expression: 'attribute_exists(id)' },
  });
});

it('answers the poll', () => {
  expect(setPollOpen.response({ result: { id: '1', isOpen: false } }).value).toEqual({
    id: '1',
    isOpen: false,
  });
});

it('tells a missing poll from other errors', () => {
  const refused = { message: 'm', type: 'DynamoDB:ConditionalCheckFailedException' };
  expect(setPollOpen.response({ arguments: { pollId: '9' }, error: refused }).error).toMatchObject({
    message: 'there is no poll 9',
    errorType: 'PollNotFound',
  });
  expect(setPollOpen.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
});

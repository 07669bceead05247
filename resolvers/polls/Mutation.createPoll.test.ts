import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const createPoll = await testResolver({
  file: new URL('./Mutation.createPoll.ts', import.meta.url),
  now: () => Date.UTC(2026, 0, 2),
  random: () => 0,
});

describe('request', () => {
  it('writes a new poll with numbered options', () => {
    const { value } = createPoll.request({ arguments: { question: ' Tea? ', options: ['Yes ', 'No'] } });
    expect(value).toMatchObject({
      operation: 'PutItem',
      key: { id: { S: '00000000-0000-4000-8000-000000000000' } },
      attributeValues: {
        question: { S: 'Tea?' },
        isOpen: { BOOL: true },
        options: {
          L: [
            { M: { id: { S: '1' }, label: { S: 'Yes' }, votes: { N: 0 } } },
            { M: { id: { S: '2' }, label: { S: 'No' }, votes: { N: 0 } } },
          ],
        },
        totalVotes: { N: 0 },
        listing: { S: 'POLL' },
        createdAt: { S: '2026-01-02T00:00:00.000Z' },
      },
      condition: { expression: '(attribute_not_exists(#id))' },
    });
  });

  it.each([
    [' ', ['a', 'b'], 'a poll needs a question'],
    ['Q', ['a'], 'a poll has 2 to 20 options, got 1'],
    ['Q', Array.from({ length: 21 }, (_, place) => `${place}`), 'a poll has 2 to 20 options, got 21'],
    ['Q', ['a', ' a'], 'the options of a poll are different, and none is empty'],
    ['Q', ['a', ' '], 'the options of a poll are different, and none is empty'],
  ])('refuses %j with %j', (question, options, message) => {
    expect(createPoll.request({ arguments: { question, options } }).error).toMatchObject({
      message,
      errorType: 'InvalidPoll',
    });
  });
});

it('answers the item, and the error of the table', () => {
  expect(createPoll.response({ result: { id: '1' } }).value).toEqual({ id: '1' });
  expect(createPoll.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
});

import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const vote = await testResolver({ file: new URL('./Mutation.vote.ts', import.meta.url) });

describe('request', () => {
  it('counts option and total in one update', () => {
    expect(vote.request({ arguments: { pollId: 'p', optionId: '2' } }).value).toEqual({
      operation: 'UpdateItem',
      key: { id: { S: 'p' } },
      update: {
        expression: 'SET options[1].votes = options[1].votes + :one, totalVotes = totalVotes + :one',
        expressionValues: { ':one': { N: 1 } },
      },
      condition: {
        expression: 'isOpen = :true AND options[1].id = :option',
        expressionValues: { ':true': { BOOL: true }, ':option': { S: '2' } },
      },
    });
  });

  it.each(['0', '100', 'x', '1]; REMOVE #a', ''])('refuses the option %j', (optionId) => {
    expect(vote.request({ arguments: { pollId: 'p', optionId } }).error).toMatchObject({
      message: `the poll has no option ${optionId}`,
      errorType: 'OptionNotFound',
    });
  });
});

describe('response', () => {
  const refused = { message: 'm', type: 'DynamoDB:ConditionalCheckFailedException' };
  const context = { arguments: { pollId: 'p', optionId: '7' }, error: refused };

  it('answers the poll', () => {
    expect(vote.response({ result: { id: 'p', totalVotes: 1 } }).value).toEqual({ id: 'p', totalVotes: 1 });
  });

  it.each([
    [null, 'PollNotFound'],
    [{ id: 'p', isOpen: false }, 'PollClosed'],
    [{ id: 'p', isOpen: true }, 'OptionNotFound'],
  ])('explains a refused vote by the item %j', (result, errorType) => {
    expect(vote.response({ ...context, result }).error?.errorType).toBe(errorType);
  });

  it('passes other errors on', () => {
    expect(vote.response({ error: { message: 'm', type: 'T' } }).error?.errorType).toBe('T');
  });
});

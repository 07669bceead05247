import { type Context, util } from '@aws-appsync/utils';
import type { MutationVoteArgs } from '../../subgraphs/polls/generated/types.ts';

/** Counts a vote in one atomic update: the option's counter and the total, or neither. */
export function request(ctx: Context<MutationVoteArgs>) {
  const { pollId, optionId } = ctx.args;
  // The id of an option is its place, counted from 1.
  if (!util.matches('^[1-9][0-9]?$', optionId)) {
    util.error(`the poll has no option ${optionId}`, 'OptionNotFound');
  }
  const option = `options[${JSON.parse(optionId) - 1}]`;
  return {
    operation: 'UpdateItem' as const,
    key: util.dynamodb.toMapValues({ id: pollId }),
    update: {
      expression: `SET ${option}.votes = ${option}.votes + :one, totalVotes = totalVotes + :one`,
      expressionValues: util.dynamodb.toMapValues({ ':one': 1 }),
    },
    condition: {
      expression: `isOpen = :true AND ${option}.id = :option`,
      expressionValues: util.dynamodb.toMapValues({ ':true': true, ':option': optionId }),
    },
  };
}

export function response(ctx: Context<MutationVoteArgs>) {
  if (ctx.error) {
    if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') {
      util.error(ctx.error.message, ctx.error.type);
    }
    const { pollId, optionId } = ctx.args;
    // After a refused condition the result is the item as it is.
    if (!ctx.result) util.error(`there is no poll ${pollId}`, 'PollNotFound');
    if (!ctx.result.isOpen) util.error('the poll is closed', 'PollClosed');
    util.error(`the poll has no option ${optionId}`, 'OptionNotFound');
  }
  return ctx.result;
}

import { type Context, util } from '@aws-appsync/utils';
import type { MutationSetPollOpenArgs } from '../../subgraphs/polls/generated/types.ts';

export function request(ctx: Context<MutationSetPollOpenArgs>) {
  return {
    operation: 'UpdateItem' as const,
    key: util.dynamodb.toMapValues({ id: ctx.args.pollId }),
    update: {
      expression: 'SET isOpen = :isOpen',
      expressionValues: util.dynamodb.toMapValues({ ':isOpen': ctx.args.isOpen }),
    },
    condition: { expression: 'attribute_exists(id)' },
  };
}

export function response(ctx: Context<MutationSetPollOpenArgs>) {
  if (ctx.error) {
    if (ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
      util.error(`there is no poll ${ctx.args.pollId}`, 'PollNotFound');
    }
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.result;
}

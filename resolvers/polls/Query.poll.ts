import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { QueryPollArgs } from '../../subgraphs/polls/generated/types.ts';

/** Items have the shape of Poll, so that they need no rewriting on the way out. */
export function request(ctx: Context<QueryPollArgs>) {
  return ddb.get<{ id: string }>({ key: { id: ctx.args.id } });
}

export function response(ctx: Context<QueryPollArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}

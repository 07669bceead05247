import { type Context, extensions } from '@aws-appsync/utils';
import type { SubscriptionOnVoteArgs } from '../../subgraphs/polls/generated/types.ts';

/** Nothing is asked of the data source: a subscription's resolver runs once, when a client subscribes. */
export function request() {
  return { payload: null };
}

/** AppSync itself compares arguments with fields of the same name, and a Poll has no field pollId. */
export function response(ctx: Context<SubscriptionOnVoteArgs>) {
  const { pollId } = ctx.args;
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: pollId }] }],
  });
  return null;
}

import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { MutationCreatePollArgs, Poll } from '../../subgraphs/polls/generated/types.ts';
import { POLL_LISTING } from './poll-listing.ts';

const MIN_OPTIONS = 2;
const MAX_OPTIONS = 20;

interface PollItem extends Poll, Record<string, unknown> {
  listing: string;
  createdAt: string;
}

export function request(ctx: Context<MutationCreatePollArgs>) {
  const question = ctx.args.question.trim();
  const labels = [...ctx.args.options].map((label) => label.trim());
  if (question === '') util.error('a poll needs a question', 'InvalidPoll');
  if (labels.length < MIN_OPTIONS || labels.length > MAX_OPTIONS) {
    util.error(`a poll has ${MIN_OPTIONS} to ${MAX_OPTIONS} options, got ${labels.length}`, 'InvalidPoll');
  }
  if (labels.some((label, position) => label === '' || labels.indexOf(label) !== position)) {
    util.error('the options of a poll are different, and none is empty', 'InvalidPoll');
  }
  const item: PollItem = {
    id: util.autoId(),
    question,
    isOpen: true,
    // The id of an option is its place: one UpdateItem can then count a vote without reading the poll.
    options: labels.map((label, position) => ({ id: `${position + 1}`, label, votes: 0 })),
    totalVotes: 0,
    listing: POLL_LISTING,
    createdAt: util.time.nowISO8601(),
  };
  return ddb.put<PollItem>({ key: { id: item.id }, item, condition: { id: { attributeExists: false } } });
}

export function response(ctx: Context<MutationCreatePollArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}

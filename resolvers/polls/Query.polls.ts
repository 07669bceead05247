import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import { POLL_LISTING } from './poll-listing.ts';

/** Polls in the list; older ones are found by id. */
const MAX_POLLS = 100;

export function request() {
  return ddb.query<{ listing: string }>({
    index: 'by-listing',
    query: { listing: { eq: POLL_LISTING } },
    scanIndexForward: false,
    limit: MAX_POLLS,
  });
}

export function response(ctx: Context) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items;
}

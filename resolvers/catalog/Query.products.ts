import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { QueryProductsArgs } from '../../subgraphs/catalog/generated/types.ts';
import { PRODUCT_LISTING } from './product-item.ts';

/** What the schema says when a client writes `limit: null`. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

export function request(ctx: Context<QueryProductsArgs>) {
  const { category, nextToken } = ctx.args;
  const limit = ctx.args.limit ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) {
    util.error(`limit must be 1 to ${MAX_LIMIT}, got ${limit}`, 'InvalidLimit');
  }
  const page = { limit, ...(nextToken ? { nextToken } : {}) };
  if (category) {
    return ddb.query<{ category: string }>({
      index: 'by-category',
      query: { category: { eq: category } },
      ...page,
    });
  }
  return ddb.query<{ listing: string }>({
    index: 'by-listing',
    query: { listing: { eq: PRODUCT_LISTING } },
    ...page,
  });
}

export function response(ctx: Context<QueryProductsArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return { items: ctx.result.items, nextToken: ctx.result.nextToken ?? null };
}

import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { QueryProductBySkuArgs } from '../../subgraphs/catalog/generated/types.ts';

export function request(ctx: Context<QueryProductBySkuArgs>) {
  return ddb.query<{ sku: string }>({ index: 'by-sku', query: { sku: { eq: ctx.args.sku } }, limit: 1 });
}

export function response(ctx: Context<QueryProductBySkuArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items[0] ?? null;
}

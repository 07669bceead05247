import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { MutationRemoveProductDetailsArgs } from '../../../subgraphs/catalog/generated/types.ts';
import { productPk } from '../product-item.ts';

/** The product as it is: its sku names the guard to remove, its category the count to lower. */
export function request(ctx: Context<MutationRemoveProductDetailsArgs>) {
  return ddb.get<{ pk: string }>({ key: { pk: productPk(ctx.args.id) }, consistentRead: true });
}

export function response(ctx: Context<MutationRemoveProductDetailsArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  ctx.stash.product = ctx.result;
  return ctx.result;
}

import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { MutationUpdateProductDetailsArgs } from '../../../subgraphs/catalog/generated/types.ts';
import { checkProductDetails } from '../check-product-details.ts';
import { productPk } from '../product-item.ts';

/** The product as it is: its category says which counts change, and it becomes the answer. */
export function request(ctx: Context<MutationUpdateProductDetailsArgs>) {
  checkProductDetails(ctx.args.input);
  return ddb.get<{ pk: string }>({ key: { pk: productPk(ctx.args.id) }, consistentRead: true });
}

export function response(ctx: Context<MutationUpdateProductDetailsArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (!ctx.result) util.error(`there is no product ${ctx.args.id}`, 'ProductNotFound');
  return ctx.result;
}

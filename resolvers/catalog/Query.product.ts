import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type { QueryProductArgs } from '../../subgraphs/catalog/generated/types.ts';
import { productPk } from './product-item.ts';

export function request(ctx: Context<QueryProductArgs>) {
  return ddb.get<{ pk: string }>({ key: { pk: productPk(ctx.args.id) } });
}

export function response(ctx: Context<QueryProductArgs>) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}

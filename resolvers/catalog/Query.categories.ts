import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import { CATEGORY_LISTING } from './product-item.ts';

interface CategoryItem extends Record<string, unknown> {
  listing: string;
  nameKey: string;
  productCount: number;
}

export function request() {
  return ddb.query<CategoryItem>({
    index: 'by-listing',
    query: { listing: { eq: CATEGORY_LISTING } },
    filter: { productCount: { gt: 0 } },
  });
}

export function response(ctx: Context) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items.map((category: CategoryItem) => category.nameKey);
}

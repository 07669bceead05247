import { type Context, util } from '@aws-appsync/utils';
import { CATEGORY_LISTING } from './product-item.ts';

interface CategoryItem {
  nameKey: string;
}

// Written out: AppSync type-checks the bundled JavaScript, where `ddb.query` can not know the item's attributes.
export function request() {
  return {
    operation: 'Query',
    index: 'by-listing',
    query: {
      expression: '#listing = :listing',
      expressionNames: { '#listing': 'listing' },
      expressionValues: util.dynamodb.toMapValues({ ':listing': CATEGORY_LISTING }),
    },
    filter: {
      expression: '#productCount > :none',
      expressionNames: { '#productCount': 'productCount' },
      expressionValues: util.dynamodb.toMapValues({ ':none': 0 }),
    },
  };
}

export function response(ctx: Context) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result.items.map((category: CategoryItem) => category.nameKey);
}

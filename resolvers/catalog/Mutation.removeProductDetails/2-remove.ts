import { type Context, util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
import type {
  MutationRemoveProductDetailsArgs,
  Product,
} from '../../../subgraphs/catalog/generated/types.ts';
import { catalogTable, countCategory, productPk, skuPk } from '../product-item.ts';

type RemoveContext = Context<MutationRemoveProductDetailsArgs, { product?: Product | null }>;

export function request(ctx: RemoveContext) {
  const { product } = ctx.stash;
  // Nothing to remove: one more read, for AppSync fails an early return of null.
  if (!product) return ddb.get<{ pk: string }>({ key: { pk: productPk(ctx.args.id) } });
  const table = catalogTable(ctx.env);
  return {
    operation: 'TransactWriteItems' as const,
    transactItems: [
      {
        table,
        operation: 'DeleteItem' as const,
        key: util.dynamodb.toMapValues({ pk: productPk(product.id) }),
        condition: {
          expression: 'updatedAt = :before',
          expressionValues: util.dynamodb.toMapValues({ ':before': product.updatedAt }),
          returnValuesOnConditionCheckFailure: false,
        },
      },
      {
        table,
        operation: 'DeleteItem' as const,
        key: util.dynamodb.toMapValues({ pk: skuPk(product.sku) }),
      },
      countCategory(table, product.category, -1),
    ],
  };
}

export function response(ctx: RemoveContext) {
  if (ctx.error) {
    const reasons = ctx.result?.cancellationReasons;
    if (reasons && reasons[0].type === 'ConditionCheckFailed') {
      util.error(`product ${ctx.args.id} was changed meanwhile; read it and try again`, 'ProductChanged');
    }
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.stash.product ?? null;
}

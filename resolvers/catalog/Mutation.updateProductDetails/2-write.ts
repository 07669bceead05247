import { type Context, util } from '@aws-appsync/utils';
import type {
  MutationUpdateProductDetailsArgs,
  Product,
} from '../../../subgraphs/catalog/generated/types.ts';
import { catalogTable, countCategory, productPk, toProductAttributes } from '../product-item.ts';

type UpdateContext = Context<MutationUpdateProductDetailsArgs, { product?: Product }, { result: Product }>;

/** Writes the whole product again, unless someone else has written it since it was read. */
export function request(ctx: UpdateContext) {
  const { input } = ctx.args;
  const before = ctx.prev.result;
  const product: Product = {
    id: before.id,
    sku: before.sku,
    name: input.name ?? before.name,
    description: input.description ?? before.description ?? null,
    category: input.category ?? before.category,
    price: input.price ?? before.price,
    weightGrams: input.weightGrams ?? before.weightGrams,
    createdAt: before.createdAt,
    updatedAt: util.time.nowISO8601(),
  };
  ctx.stash.product = product;
  const table = catalogTable(ctx.env);
  const put = {
    table,
    operation: 'PutItem' as const,
    key: util.dynamodb.toMapValues({ pk: productPk(product.id) }),
    attributeValues: util.dynamodb.toMapValues(toProductAttributes(product)),
    condition: {
      expression: 'updatedAt = :before',
      expressionValues: util.dynamodb.toMapValues({ ':before': before.updatedAt }),
      returnValuesOnConditionCheckFailure: false,
    },
  };
  const counts =
    product.category === before.category
      ? []
      : [countCategory(table, before.category, -1), countCategory(table, product.category, 1)];
  return { operation: 'TransactWriteItems' as const, transactItems: [put, ...counts] };
}

export function response(ctx: UpdateContext) {
  if (ctx.error) {
    const reasons = ctx.result?.cancellationReasons;
    if (reasons && reasons[0].type === 'ConditionCheckFailed') {
      util.error(`product ${ctx.args.id} was changed meanwhile; read it and try again`, 'ProductChanged');
    }
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.stash.product;
}

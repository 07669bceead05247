import { type Context, util } from '@aws-appsync/utils';
import type { MutationAddProductDetailsArgs, Product } from '../../subgraphs/catalog/generated/types.ts';
import { checkProductDetails } from './check-product-details.ts';
import { catalogTable, countCategory, productPk, skuPk, toProductAttributes } from './product-item.ts';

export function request(ctx: Context<MutationAddProductDetailsArgs>) {
  const { input } = ctx.args;
  checkProductDetails(input);
  if (input.sku.trim() === '') util.error('a product needs a sku', 'InvalidProduct');
  const table = catalogTable(ctx.env);
  const now = util.time.nowISO8601();
  const product: Product = {
    id: `p-${util.autoId()}`,
    sku: input.sku,
    name: input.name,
    description: input.description ?? null,
    category: input.category,
    price: { amountMinor: input.price.amountMinor, currency: input.price.currency },
    weightGrams: input.weightGrams,
    createdAt: now,
    updatedAt: now,
  };
  // A transaction answers keys only.
  ctx.stash.product = product;
  const isNew = { expression: 'attribute_not_exists(pk)', returnValuesOnConditionCheckFailure: false };
  return {
    operation: 'TransactWriteItems' as const,
    transactItems: [
      {
        table,
        operation: 'PutItem' as const,
        key: util.dynamodb.toMapValues({ pk: skuPk(product.sku) }),
        attributeValues: util.dynamodb.toMapValues({ productId: product.id }),
        condition: isNew,
      },
      {
        table,
        operation: 'PutItem' as const,
        key: util.dynamodb.toMapValues({ pk: productPk(product.id) }),
        attributeValues: util.dynamodb.toMapValues(toProductAttributes(product)),
        condition: isNew,
      },
      countCategory(table, product.category, 1),
    ],
  };
}

export function response(ctx: Context<MutationAddProductDetailsArgs>) {
  if (ctx.error) {
    const reasons = ctx.result?.cancellationReasons;
    if (reasons && reasons[0].type === 'ConditionCheckFailed') {
      const { sku } = ctx.args.input;
      util.error(`another product has the sku ${sku}`, 'SkuTaken', null, { sku });
    }
    util.error(ctx.error.message, ctx.error.type);
  }
  return ctx.stash.product;
}

/** Products as items of the table, and the items beside them. */
import { util } from '@aws-appsync/utils';
import type { Product } from '../../subgraphs/catalog/generated/types.ts';

/** Partitions of the index `by-listing`. */
export const PRODUCT_LISTING = 'PRODUCT';
export const CATEGORY_LISTING = 'CATEGORY';

export const productPk = (id: string) => `PRODUCT#${id}`;
/** The guard that keeps a sku unique. */
export const skuPk = (sku: string) => `SKU#${sku}`;
export const categoryPk = (category: string) => `CATEGORY#${category}`;

/** Name of the table, for transactions; the API's environment holds it. */
export function catalogTable(env: Readonly<Record<string, string | undefined>>): string {
  return env.CATALOG_TABLE ?? util.error('the API has no variable CATALOG_TABLE', 'Configuration');
}

/** The attributes of a product's item besides its key: its fields, and what sorts it into lists. */
export function toProductAttributes(product: Product) {
  return {
    ...product,
    listing: PRODUCT_LISTING,
    nameKey: `${product.name.toLowerCase()}#${product.id}`,
  };
}

/** Transaction item: one product more (1) or less (-1) in a category. */
export function countCategory(table: string, category: string, delta: number) {
  return {
    table,
    operation: 'UpdateItem' as const,
    key: util.dynamodb.toMapValues({ pk: categoryPk(category) }),
    update: {
      expression: 'ADD productCount :delta SET listing = :listing, nameKey = :name',
      expressionValues: util.dynamodb.toMapValues({
        ':delta': delta,
        ':listing': CATEGORY_LISTING,
        ':name': category,
      }),
    },
  };
}

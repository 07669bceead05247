/** Products of the sample warehouse: 8 categories x 13 kinds x 5 makes = 520. */
import {
  categoryPk,
  CATEGORY_LISTING,
  productPk,
  skuPk,
  toProductAttributes,
} from '../../../resolvers/catalog/product-item.ts';
import type { Product } from '../generated/types.ts';
import { before, DAY_MS, seedId } from '../../seed-clock.ts';
import { CATEGORIES, type Category } from './product-range.ts';
import type { Random } from '../../seed-random.ts';

const CURRENCY = 'EUR';

/** Categories take turns, so that neighbors in the list differ. */
export function seedProducts(random: Random): readonly Product[] {
  const perCategory = CATEGORIES.map(namesOf);
  const longest = Math.max(...perCategory.map((names) => names.length));
  const drafts = Array.from({ length: longest }, (_, row) =>
    perCategory.flatMap((names) => names[row] ?? []),
  ).flat();
  return drafts.map(({ category, make, kind, position }, index) => {
    const createdAgeMs = random.between(100, 600) * DAY_MS + random.between(0, DAY_MS);
    const factor = 0.8 + random.fraction() * 0.6;
    return {
      id: seedId('p', index + 1),
      sku: seedId(category.skuPrefix, position + 1),
      name: `${make} ${kind.noun}`,
      description: random.fraction() < 0.1 ? null : `${kind.noun} from our ${make} line.`,
      category: category.name,
      price: { amountMinor: Math.round((kind.priceCents * factor) / 100) * 100 - 1, currency: CURRENCY },
      weightGrams: Math.max(10, Math.round(kind.weightGrams * (0.85 + random.fraction() * 0.3))),
      createdAt: before(createdAgeMs),
      updatedAt: before(random.between(0, createdAgeMs)),
    };
  });
}

/** The table's items: products, the guards of their skus, the counts of their categories. */
export function toCatalogItems(products: readonly Product[]): readonly object[] {
  return [
    ...products.map((product) => ({ pk: productPk(product.id), ...toProductAttributes(product) })),
    ...products.map((product) => ({ pk: skuPk(product.sku), productId: product.id })),
    ...CATEGORIES.map(({ name }) => ({
      pk: categoryPk(name),
      listing: CATEGORY_LISTING,
      nameKey: name,
      productCount: products.filter((product) => product.category === name).length,
    })),
  ];
}

function namesOf(category: Category) {
  const names = category.makes.flatMap((make) => category.kinds.map((kind) => ({ category, make, kind })));
  return names.map((name, position) => ({ ...name, position }));
}

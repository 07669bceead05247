/** Text search over the products that are loaded. Pure. */
import type { ProductCardFragment } from '../../generated/graphql.ts';

/** True when every word of the text occurs in the product's name, SKU, category or description. */
export function matchesText(product: ProductCardFragment, text: string): boolean {
  const haystack = [product.name, product.sku, product.category, product.description ?? '']
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** Gives the product with this id another stock; the others stay the same objects. */
export function withStock(
  products: readonly ProductCardFragment[],
  productId: string,
  stock: ProductCardFragment['stock'],
): ProductCardFragment[] {
  return products.map((product) => (product.id === productId ? { ...product, stock } : product));
}

import { util } from '@aws-appsync/utils';
import type { ProductDetailsPatch } from '../../subgraphs/catalog/generated/types.ts';

/** Fails the field with errorType InvalidProduct unless the details that are given can be a product's. */
export function checkProductDetails(details: ProductDetailsPatch): void {
  const { name, category, price, weightGrams } = details;
  if (name !== undefined && name !== null && name.trim() === '') {
    util.error('a product needs a name', 'InvalidProduct');
  }
  if (category !== undefined && category !== null && category.trim() === '') {
    util.error('a product needs a category', 'InvalidProduct');
  }
  if (price && price.amountMinor < 0) {
    util.error(`a price is not negative, got ${price.amountMinor}`, 'InvalidProduct');
  }
  if (price && !util.matches('^[A-Z]{3}$', price.currency)) {
    util.error(`a currency has three letters, got "${price.currency}"`, 'InvalidProduct');
  }
  if (weightGrams !== undefined && weightGrams !== null && weightGrams < 1) {
    util.error(`a product weighs at least 1 g, got ${weightGrams}`, 'InvalidProduct');
  }
}

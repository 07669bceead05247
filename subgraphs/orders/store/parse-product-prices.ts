import type { Money } from '../generated/types.ts';

/**
 * Reads prices from an `_entities` answer.
 * @param answer - a list aligned with `productIds`: `{ price: { amountMinor, currency } }`, or null for no such product
 * @throws TypeError for any other shape
 */
export function parseProductPrices(
  answer: unknown,
  productIds: readonly string[],
): ReadonlyMap<string, Money> {
  if (!Array.isArray(answer) || answer.length !== productIds.length) {
    throw new TypeError(`the catalog answered ${JSON.stringify(answer)} for ${productIds.length} products`);
  }
  const prices = new Map<string, Money>();
  productIds.forEach((id, position) => {
    const product: unknown = answer[position];
    if (product !== null) prices.set(id, parsePrice(product));
  });
  return prices;
}

function parsePrice(product: unknown): Money {
  if (isRecord(product) && isRecord(product['price'])) {
    const { amountMinor, currency } = product['price'];
    if (typeof amountMinor === 'number' && typeof currency === 'string') return { amountMinor, currency };
  }
  throw new TypeError(`a product of the catalog has no price: ${JSON.stringify(product)}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An amount in the currency's minor unit (cents for EUR), as the API gives it. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Formats an amount for people, e.g. 1999 EUR as `€19.99`; the currency decides how many digits are minor. */
export function formatMoney({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const minorDigits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** minorDigits);
}

/**
 * Adds amounts by currency, in first-seen order.
 * @returns one amount for each currency; `[]` for no amounts
 */
export function addMoney(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of amounts)
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

/** Formats a sum; several currencies stay apart, none at all is a dash. */
export function formatSum(amounts: readonly Money[]): string {
  return addMoney(amounts).map(formatMoney).join(' + ') || '–';
}

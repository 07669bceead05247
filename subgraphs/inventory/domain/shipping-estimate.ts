/** What it costs to send one piece. Pure. */
import type { Money } from '../generated/types.ts';

interface Tariff {
  readonly countries: readonly string[];
  readonly baseCents: number;
  /** For each kilogram begun, the first one included. */
  readonly perKilogramCents: number;
}

const CURRENCY = 'EUR';
const GRAMS_PER_KILOGRAM = 1000;

/** The carrier's price list of 2026, net of taxes. */
const TARIFFS: readonly Tariff[] = [
  { countries: ['DE'], baseCents: 390, perKilogramCents: 60 },
  {
    countries: ['AT', 'BE', 'CH', 'CZ', 'DK', 'FR', 'LU', 'NL', 'PL'],
    baseCents: 790,
    perKilogramCents: 120,
  },
  {
    countries: ['ES', 'FI', 'GB', 'GR', 'HU', 'IE', 'IT', 'NO', 'PT', 'RO', 'SE', 'SI', 'SK'],
    baseCents: 1190,
    perKilogramCents: 210,
  },
  {
    countries: ['AU', 'BR', 'CA', 'IN', 'JP', 'MX', 'NZ', 'SG', 'US'],
    baseCents: 2490,
    perKilogramCents: 780,
  },
];

/**
 * Estimates the shipping of one piece.
 * @param weightGrams - null or absent when the catalog does not know the product
 * @param country - ISO 3166-1 alpha-2 code, any case
 * @returns null when the weight is unknown or we do not ship there
 */
export function shippingEstimate(weightGrams: number | null | undefined, country: string): Money | null {
  const tariff = TARIFFS.find((candidate) => candidate.countries.includes(country.toUpperCase()));
  if (tariff === undefined || weightGrams === null || weightGrams === undefined) return null;
  const kilograms = Math.max(1, Math.ceil(weightGrams / GRAMS_PER_KILOGRAM));
  return { amountMinor: tariff.baseCents + kilograms * tariff.perKilogramCents, currency: CURRENCY };
}

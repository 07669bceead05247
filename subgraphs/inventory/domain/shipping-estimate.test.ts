import { expect, it } from 'vitest';
import { shippingEstimate } from './shipping-estimate.ts';

it.each([
  { grams: 1, country: 'DE', amountMinor: 450 },
  { grams: 1000, country: 'de', amountMinor: 450 },
  { grams: 1001, country: 'DE', amountMinor: 510 },
  { grams: 2500, country: 'US', amountMinor: 4830 },
])('charges $amountMinor for $grams g to $country', ({ grams, country, amountMinor }) => {
  expect(shippingEstimate(grams, country)).toEqual({ amountMinor, currency: 'EUR' });
});

it('knows no price for other countries or an unknown weight', () => {
  expect(shippingEstimate(100, 'AQ')).toBeNull();
  expect(shippingEstimate(undefined, 'DE')).toBeNull();
});

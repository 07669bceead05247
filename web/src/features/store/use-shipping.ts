/** What sending the cart to a country is expected to cost: one question for each product, answered from the cache. */
import { useQueries } from '@tanstack/react-query';
import { toQueryKey } from '../../api/query-key.ts';
import { request } from '../../api/request.ts';
import { ShippingEstimateDocument } from '../../generated/graphql.ts';
import type { Money } from '../../ui/format-money.ts';
import type { Cart } from './cart.ts';

export type Shipping =
  | { readonly kind: 'loading' }
  /** At least one product has no estimate for this country. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'estimated'; readonly amounts: readonly Money[] };

/** @param country - as customers carry it, e.g. `DE`; undefined before a customer is chosen */
export function useShipping(cart: Cart, country: string | undefined): Shipping {
  const estimates = useQueries({
    queries: cart.map(({ product }) => {
      const variables = { productId: product.id, country: country ?? '' };
      return {
        queryKey: toQueryKey(ShippingEstimateDocument, variables),
        queryFn: () => request(ShippingEstimateDocument, variables),
        enabled: country !== undefined,
      };
    }),
  });
  if (country === undefined || estimates.some(({ isError }) => isError)) return { kind: 'unknown' };
  if (estimates.some(({ isPending }) => isPending)) return { kind: 'loading' };
  const perUnit = estimates.map(({ data }) => data?.data.product?.shippingEstimate ?? undefined);
  const amounts = perUnit.flatMap((money, index) =>
    money === undefined ? [] : [{ ...money, amountMinor: money.amountMinor * (cart[index]?.quantity ?? 0) }],
  );
  return amounts.length === perUnit.length ? { kind: 'estimated', amounts } : { kind: 'unknown' };
}

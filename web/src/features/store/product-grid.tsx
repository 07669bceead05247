import { useCallback } from 'react';
import type { LoadState } from '../../api/load-state.ts';
import type { ProductCardFragment } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadView } from '../../ui/load-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useCart } from './cart-context.tsx';
import { ProductCard } from './product-card.tsx';
import type { FoundProducts } from './use-products.ts';

interface ProductGridProps {
  readonly found: LoadState<FoundProducts>;
  readonly text: string;
  /** In the order of their colors; empty while they are not known. */
  readonly categories: readonly string[];
}

/** Cover colors in store.css. */
const TONE_COUNT = 5;

export function ProductGrid({ found, text, categories }: ProductGridProps) {
  const { cart, dispatch } = useCart();
  const add = useCallback(
    ({ id, name, price, stock }: ProductCardFragment) =>
      dispatch({ kind: 'added', product: { id, name, price, available: stock.available } }),
    [dispatch],
  );
  return (
    <LoadView state={found} what="products" placeholder={<Skeleton rows={8} shape="card" />}>
      {({ products, searchedCount, hasMore, isLoadingMore, loadMore }) => (
        <>
          <p className="visually-hidden" role="status">
            {text !== '' && `${products.length} of ${searchedCount} products match`}
          </p>
          {products.length === 0 && !hasMore ? (
            <EmptyState title="No product matches">Try fewer words, or another category.</EmptyState>
          ) : (
            <ul className="product-grid" data-testid="product-grid">
              {products.map((product) => (
                <ProductCard
                  key={product.id}
                  product={product}
                  tone={Math.max(categories.indexOf(product.category), 0) % TONE_COUNT}
                  inCart={cart.find((line) => line.product.id === product.id)?.quantity ?? 0}
                  onAdd={add}
                />
              ))}
            </ul>
          )}
          {hasMore && (
            <button type="button" className="button button-wide" disabled={isLoadingMore} onClick={loadMore}>
              {isLoadingMore ? `Loading, ${searchedCount} so far …` : 'Show more'}
            </button>
          )}
        </>
      )}
    </LoadView>
  );
}

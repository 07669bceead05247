import { memo } from 'react';
import type { ProductCardFragment } from '../../generated/graphql.ts';
import { formatMoney } from '../../ui/format-money.ts';
import { toContours } from './product-pattern.ts';

/** Units available below which the card says so. */
const FEW_UNITS = 10;

interface ProductCardProps {
  readonly product: ProductCardFragment;
  /** Which of the five cover colors. */
  readonly tone: number;
  /** Units of this product in the cart. */
  readonly inCart: number;
  readonly onAdd: (product: ProductCardFragment) => void;
}

/** One product; drawn again only when the product or its place in the cart changed. */
export const ProductCard = memo(function ProductCard({ product, tone, inCart, onAdd }: ProductCardProps) {
  const { available } = product.stock;
  return (
    <li className="product-card" data-testid="product-card" data-product-id={product.id} data-tone={tone}>
      <svg
        className="product-cover"
        viewBox="0 0 200 120"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        {toContours(product.id).map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
      <div className="product-body">
        <p className="product-category">{product.category}</p>
        <h2>{product.name}</h2>
        {product.description !== null && <p className="product-description">{product.description}</p>}
        <p className="product-price figure">{formatMoney(product.price)}</p>
        <p className="product-stock" data-level={toLevel(available)} data-testid="product-stock">
          {describeStock(available)}
        </p>
        <button
          type="button"
          className="button"
          disabled={available <= inCart}
          onClick={() => onAdd(product)}
          aria-label={`Add ${product.name} to the cart`}
          data-testid="add-to-cart"
        >
          {inCart === 0 ? 'Add to cart' : `In cart: ${inCart}`}
        </button>
      </div>
    </li>
  );
});

function toLevel(available: number): 'none' | 'few' | 'plenty' {
  if (available < 1) return 'none';
  return available < FEW_UNITS ? 'few' : 'plenty';
}

function describeStock(available: number): string {
  switch (toLevel(available)) {
    case 'none':
      return 'Out of stock';
    case 'few':
      return `Only ${available} left`;
    case 'plenty':
      return `${available} in stock`;
  }
}

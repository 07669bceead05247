/** The storefront: browse, search, fill the cart, order. */
import { useDeferredValue, useState } from 'react';
import { mapReady } from '../../api/load-state.ts';
import { useLoad } from '../../api/use-load.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { CategoriesDocument } from '../../generated/graphql.ts';
import { formatSum } from '../../ui/format-money.ts';
import { countUnits, toLineTotals } from './cart.ts';
import { CartPanel } from './cart-panel.tsx';
import { useCart } from './cart-context.tsx';
import { CategoryFilter } from './category-filter.tsx';
import { ProductGrid } from './product-grid.tsx';
import { useProducts } from './use-products.ts';
import './store.css';

export default function StorePage() {
  const [text, setText] = useState('');
  const [category, setCategory] = useState<string>();
  const searchedText = useDeferredValue(text.trim());
  const categories = mapReady(useLoad(CategoriesDocument, {}), (data) => data.categories);
  const found = useProducts({ text: searchedText, category });
  const { cart } = useCart();
  return (
    <div className="store">
      <PageTitle title="Store">Prices from the catalog, stock from three warehouses, one answer.</PageTitle>
      <div className="store-shelf">
        <search className="store-filters">
          <input
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="Search products"
            aria-label="Search products"
            data-testid="product-search"
          />
          <CategoryFilter categories={categories} selected={category} onSelect={setCategory} />
        </search>
        <ProductGrid
          found={found}
          text={searchedText}
          categories={categories.kind === 'ready' ? categories.data : []}
        />
        {cart.length > 0 && (
          <a className="cart-shortcut" href="#cart">
            <span>Cart, {countUnits(cart)}</span>
            <span className="figure">{formatSum(toLineTotals(cart))}</span>
          </a>
        )}
      </div>
      <aside id="cart">
        <CartPanel />
      </aside>
    </div>
  );
}

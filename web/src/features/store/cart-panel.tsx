/** The cart: lines, customer, what it costs, and the button that orders. */
import type { OrderCardFragment } from '../../generated/graphql.ts';
import { formatSum } from '../../ui/format-money.ts';
import { Panel } from '../../ui/panel.tsx';
import { CartLines } from './cart-lines.tsx';
import { countUnits, toLineTotals } from './cart.ts';
import { useCart } from './cart-context.tsx';
import { CustomerChoice } from './customer-choice.tsx';
import { OrderConfirmation } from './order-confirmation.tsx';
import { useCheckout } from './use-checkout.ts';
import { useShipping, type Shipping } from './use-shipping.ts';

export function CartPanel() {
  const { cart, dispatch } = useCart();
  const { customers, customer, chooseCustomer, state, placeOrder } = useCheckout();
  const shipping = useShipping(cart, customer?.country);
  const goods = toLineTotals(cart);
  return (
    <Panel title="Cart" sources={['orders', 'customers', 'inventory']} className="cart-panel">
      {state.kind === 'placed' && <OrderConfirmation order={state.order} />}
      {cart.length === 0 ? (
        <p className="cart-empty">{describeEmptyCart(state.kind === 'placed' ? state.order : undefined)}</p>
      ) : (
        <CartLines
          cart={cart}
          onSetQuantity={(productId, quantity) => dispatch({ kind: 'quantity-set', productId, quantity })}
        />
      )}
      <CustomerChoice customers={customers} selectedId={customer?.id} onChoose={chooseCustomer} />
      {cart.length > 0 && (
        <dl className="cart-sums">
          <dt>Goods</dt>
          <dd className="figure">{formatSum(goods)}</dd>
          <dt>Shipping to {customer?.country ?? '…'}, estimated</dt>
          <dd className="figure" data-testid="shipping-estimate">
            {describeShipping(shipping)}
          </dd>
          <dt className="cart-total">Total</dt>
          <dd className="cart-total figure">
            {formatSum([...goods, ...(shipping.kind === 'estimated' ? shipping.amounts : [])])}
          </dd>
        </dl>
      )}
      {state.kind === 'failed' && (
        <div className="failure" role="alert">
          <p className="failure-title">The order was not placed</p>
          <p className="failure-reason">{state.reason}</p>
        </div>
      )}
      <button
        type="button"
        className="button button-primary button-wide"
        disabled={cart.length === 0 || customer === undefined || state.kind === 'placing'}
        onClick={placeOrder}
        data-testid="place-order"
      >
        {state.kind === 'placing' ? 'Placing the order …' : describeOrderButton(countUnits(cart))}
      </button>
    </Panel>
  );
}

function describeEmptyCart(placed: OrderCardFragment | undefined): string {
  return placed === undefined ? 'Nothing in it yet. Add a product to start.' : 'The cart is empty again.';
}

function describeOrderButton(unitCount: number): string {
  if (unitCount === 0) return 'Place order';
  return unitCount === 1 ? 'Place order, 1 unit' : `Place order, ${unitCount} units`;
}

function describeShipping(shipping: Shipping): string {
  switch (shipping.kind) {
    case 'loading':
      return '…';
    case 'unknown':
      return 'not known';
    case 'estimated':
      return formatSum(shipping.amounts);
  }
}

import { AppLink } from '../../navigation/app-link.tsx';
import { PATHS } from '../../navigation/route.ts';
import type { OrderCardFragment } from '../../generated/graphql.ts';
import { formatMoney } from '../../ui/format-money.ts';

export function OrderConfirmation({ order }: { readonly order: OrderCardFragment }) {
  return (
    <div className="confirmation" role="status" data-testid="order-placed" data-order-id={order.id}>
      <p>
        Order <strong className="figure">{order.id}</strong> is placed: {formatMoney(order.total)} for{' '}
        {order.customer.name}.
      </p>
      <AppLink to={PATHS.operations}>See it in Operations</AppLink>
    </div>
  );
}

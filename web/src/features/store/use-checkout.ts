/** Who orders, and the way of an order from the button to its confirmation. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { mapReady, type LoadState } from '../../api/load-state.ts';
import { operationNameOf } from '../../api/query-key.ts';
import { useLoad } from '../../api/use-load.ts';
import { useSend, type SendState } from '../../api/use-send.ts';
import {
  CustomersDocument,
  PlaceOrderDocument,
  ProductPageDocument,
  type OrderCardFragment,
  type PlaceOrderInput,
} from '../../generated/graphql.ts';
import { useCart } from './cart-context.tsx';
import type { StoreCustomer } from './customer-choice.tsx';
import { newRequestId, toOrderAttempt } from './order-attempt.ts';

const CUSTOMER_VARIABLES = { limit: 50 };

export type CheckoutState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'placing' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'placed'; readonly order: OrderCardFragment };

export interface Checkout {
  readonly customers: LoadState<readonly StoreCustomer[]>;
  /** The chosen customer, the first one until a choice is made; undefined while there is none. */
  readonly customer: StoreCustomer | undefined;
  readonly chooseCustomer: (customerId: string) => void;
  readonly state: CheckoutState;
  readonly placeOrder: () => void;
}

export function useCheckout(): Checkout {
  const queryClient = useQueryClient();
  const { cart, dispatch } = useCart();
  const customers = mapReady(useLoad(CustomersDocument, CUSTOMER_VARIABLES), (data) => data.customers.items);
  const [customerId, setCustomerId] = useState<string>();
  const [placed, setPlaced] = useState<OrderCardFragment>();
  const sender = useSend(PlaceOrderDocument);
  const previous = useRef<PlaceOrderInput>(undefined);
  const customer = findCustomer(customers, customerId);

  const placeOrder = () => {
    if (customer === undefined) return;
    const lines = cart.map(({ product, quantity }) => ({ productId: product.id, quantity }));
    const input = toOrderAttempt({ customerId: customer.id, lines }, previous.current, newRequestId);
    previous.current = input;
    setPlaced(undefined);
    sender.send({ input }, ({ data }) => {
      previous.current = undefined;
      setPlaced(data.placeOrder);
      dispatch({ kind: 'emptied' });
      void queryClient.invalidateQueries({ queryKey: [operationNameOf(ProductPageDocument)] });
    });
  };

  return {
    customers,
    customer,
    chooseCustomer: setCustomerId,
    state: toCheckoutState(sender.state, placed),
    placeOrder,
  };
}

function findCustomer(
  state: LoadState<readonly StoreCustomer[]>,
  id: string | undefined,
): StoreCustomer | undefined {
  if (state.kind !== 'ready') return undefined;
  return state.data.find((customer) => customer.id === id) ?? state.data[0];
}

function toCheckoutState(sending: SendState, placed: OrderCardFragment | undefined): CheckoutState {
  switch (sending.kind) {
    case 'sending':
      return { kind: 'placing' };
    case 'failed':
      return sending;
    case 'idle':
      return placed === undefined ? { kind: 'idle' } : { kind: 'placed', order: placed };
  }
}

/** Placing an order: which ones are accepted, and what they cost. Pure. */
import { SubgraphError } from '@tributary/subgraph';
import type { Money, OrderLineInput, PlaceOrderInput } from '../generated/types.ts';
import type { OrderRecord } from './order-record.ts';

const MAX_LINES = 100;
/** Pieces in one line. */
const MAX_QUANTITY = 10_000;
/** GraphQL Int: the total is one. */
const MAX_TOTAL_MINOR = 2 ** 31 - 1;

export interface OrderStamp {
  readonly id: string;
  /** AWSDateTime. */
  readonly at: string;
}

/** @throws SubgraphError `InvalidOrder` for lines that no price could make right */
export function checkOrderInput({ customerId, clientRequestId, lines }: PlaceOrderInput): void {
  if (customerId === '') throw invalid('customerId is empty');
  if (clientRequestId === '') throw invalid('clientRequestId is empty');
  if (lines.length === 0) throw invalid('an order needs at least one line');
  if (lines.length > MAX_LINES) throw invalid(`an order has at most ${MAX_LINES} lines, got ${lines.length}`);
  for (const { productId, quantity } of lines) {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
      throw invalid(`quantity of ${productId} must be 1 to ${MAX_QUANTITY}, got ${quantity}`);
    }
  }
}

/**
 * The order that an input and today's prices make.
 * @throws SubgraphError `ProductNotFound` for products without a price, `InvalidOrder` for mixed currencies
 */
export function newOrder(
  input: PlaceOrderInput,
  prices: ReadonlyMap<string, Money>,
  { id, at }: OrderStamp,
): OrderRecord {
  const lines = input.lines.map((line) => ({
    product: { id: line.productId },
    quantity: line.quantity,
    unitPrice: priceOf(line, prices),
  }));
  return {
    id,
    status: 'PLACED',
    customer: { id: input.customerId },
    lines,
    total: totalOf(lines),
    placedAt: at,
    updatedAt: at,
  };
}

function priceOf({ productId }: OrderLineInput, prices: ReadonlyMap<string, Money>): Money {
  const price = prices.get(productId);
  if (price !== undefined) return price;
  throw new SubgraphError('ProductNotFound', `there is no product ${productId}`, { productId });
}

function totalOf(lines: readonly { readonly quantity: number; readonly unitPrice: Money }[]): Money {
  const currencies = [...new Set(lines.map((line) => line.unitPrice.currency))];
  const [currency] = currencies;
  if (currency === undefined || currencies.length > 1) {
    throw invalid(`one order has one currency, got ${currencies.join(' and ')}`);
  }
  const amountMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.amountMinor, 0);
  if (amountMinor > MAX_TOTAL_MINOR) throw invalid('the order is too large');
  return { amountMinor, currency };
}

function invalid(message: string): SubgraphError {
  return new SubgraphError('InvalidOrder', message);
}

/**
 * Names an order before it is placed. The API answers the same `clientRequestId` with the same order, so a second
 * try after a lost answer must carry the id of the first, and a changed cart must not. Pure; ids come in.
 */
import type { PlaceOrderInput } from '../../generated/graphql.ts';

export type WantedOrder = Pick<PlaceOrderInput, 'customerId' | 'lines'>;

/** @param previous - what was sent before and is not known to have succeeded; undefined for a first try */
export function toOrderAttempt(
  wanted: WantedOrder,
  previous: PlaceOrderInput | undefined,
  newId: () => string,
): PlaceOrderInput {
  return previous !== undefined && isSameOrder(wanted, previous)
    ? previous
    : { ...wanted, clientRequestId: newId() };
}

function isSameOrder(a: WantedOrder, b: WantedOrder): boolean {
  const toText = ({ customerId, lines }: WantedOrder) =>
    JSON.stringify([customerId, lines.map(({ productId, quantity }) => [productId, quantity])]);
  return toText(a) === toText(b);
}

/** A random id. `crypto.randomUUID` is missing on plain-HTTP pages other than localhost, as a phone opens them. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

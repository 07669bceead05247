/** Keeps the order stream in order while events arrive. Pure: lists in, lists out. */
import type { OrderCardFragment } from '../../generated/graphql.ts';

/**
 * Puts an order into a stream that is newest first.
 * @param maxCount - longest stream to keep
 * @returns the stream with the order in its place once; an order known in a later version stays as it is
 */
export function mergeOrder(
  stream: readonly OrderCardFragment[],
  order: OrderCardFragment,
  maxCount: number,
): OrderCardFragment[] {
  const known = stream.find((other) => other.id === order.id);
  if (known === undefined) return insertByPlacedAt(stream, order).slice(0, maxCount);
  const isOutdated = Date.parse(known.updatedAt) > Date.parse(order.updatedAt);
  return isOutdated ? [...stream] : stream.map((other) => (other.id === order.id ? order : other));
}

/** Replaces an order that the stream shows; an order from before the stream's end does not enter it. */
export function updateOrder(
  stream: readonly OrderCardFragment[],
  order: OrderCardFragment,
): OrderCardFragment[] {
  const isShown = stream.some((other) => other.id === order.id);
  return isShown ? mergeOrder(stream, order, stream.length) : [...stream];
}

function insertByPlacedAt(
  stream: readonly OrderCardFragment[],
  order: OrderCardFragment,
): OrderCardFragment[] {
  const placedAtMs = Date.parse(order.placedAt);
  const olderIndex = stream.findIndex((other) => Date.parse(other.placedAt) <= placedAtMs);
  const index = olderIndex === -1 ? stream.length : olderIndex;
  return [...stream.slice(0, index), order, ...stream.slice(index)];
}

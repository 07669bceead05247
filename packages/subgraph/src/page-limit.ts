import { SubgraphError } from './subgraph-error.ts';

/** Items of one list. A page of our entities stays far below the 1 MB that one DynamoDB Query reads. */
const MAX_LIMIT = 1000;

/**
 * Checks a `limit` argument.
 * @throws SubgraphError `InvalidLimit` unless it lies in 1..1000
 */
export function checkLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new SubgraphError('InvalidLimit', `limit must be 1 to ${MAX_LIMIT}, got ${limit}`);
}

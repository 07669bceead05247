import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './get-items.ts';

/** Why one item of a TransactWriteItems was refused: its condition did not hold. */
export interface RefusedItem {
  /** Place in the transaction's list. */
  readonly position: number;
  /** The stored item, when the request asked for it (`ReturnValuesOnConditionCheckFailure`) and there is one. */
  readonly item: Item | undefined;
}

/**
 * The first item whose condition made DynamoDB cancel the transaction; undefined for any other failure
 * (throttling, a conflict with another transaction), which the caller throws on.
 */
export function refusedItem(error: unknown): RefusedItem | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons ?? [];
  const position = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  if (position === -1) return undefined;
  const stored = reasons[position]?.Item;
  return { position, item: stored === undefined ? undefined : unmarshall(stored) };
}

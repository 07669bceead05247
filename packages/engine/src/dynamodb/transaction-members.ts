/** What both kinds of transactions check. @see DynamoDB API reference, "TransactWriteItems", "TransactGetItems" */
import type { DynamoDbServiceError } from './contract.ts';
import { serviceError, toServiceError, validationException } from './service-error.ts';

/** Actions. DynamoDB developer guide, "Quotas": 100 unique items in a transaction (checked 2026-11-21). */
const MAX_TRANSACTION_ACTIONS = 100;

/** Bytes. DynamoDB developer guide, "Quotas": 4 MB of items in a transaction (checked 2026-11-21). */
export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

/** Differs or unconfirmed: the wording. */
export function transactionTooLarge(): DynamoDbServiceError {
  return validationException('Transaction Cancelled: Total size of the items exceeds 4 MB');
}

/** Why a transaction was cancelled, for one action, in the order of the request. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'TransactionConflict' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: unknown;
}

export const NO_REASON: CancellationReason = { Code: 'None' };

/** @throws DynamoDbServiceError unless `items` is a list of 1 to 100 */
export function parseTransactionItems(items: unknown): readonly unknown[] {
  const fault = (value: string, rule: string): Error =>
    validationException(
      `1 validation error detected: Value '${value}' at 'transactItems' failed to satisfy constraint: ` +
        `Member must have length ${rule}`,
    );
  if (!Array.isArray(items) || items.length === 0) throw fault('[]', 'greater than or equal to 1');
  if (items.length > MAX_TRANSACTION_ACTIONS) {
    throw fault(`[${items.length} actions]`, `less than or equal to ${MAX_TRANSACTION_ACTIONS}`);
  }
  return items;
}

/** @throws DynamoDbServiceError when two actions name the same item */
export function checkDistinctItems(addresses: readonly { tableName: string; key: string }[]): void {
  const distinct = new Set(addresses.map(({ tableName, key }) => `${tableName}~${key}`));
  if (distinct.size === addresses.length) return;
  throw validationException('Transaction request cannot include multiple operations on one item');
}

export function transactionCancelled(reasons: readonly CancellationReason[]): DynamoDbServiceError {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return serviceError('TransactionCanceledException', message, {
    Message: message,
    CancellationReasons: reasons,
  });
}

/** The reason that a refused action gives; rethrows what is no refusal. */
export function reasonOf(error: unknown): CancellationReason {
  const refusal = toServiceError(error);
  if (refusal.name === 'ValidationException') return { Code: 'ValidationError', Message: refusal.message };
  if (refusal.name !== 'ConditionalCheckFailedException') throw refusal;
  const item = refusal.body.Item === undefined ? {} : { Item: refusal.body.Item };
  return { Code: 'ConditionalCheckFailed', Message: refusal.message, ...item };
}

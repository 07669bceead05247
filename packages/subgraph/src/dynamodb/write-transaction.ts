/** TransactWriteItems that tries again when another transaction was in the way. */
import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** Tries while items are busy; the SDK does not repeat cancelled transactions. Waits of 10, 20, 40 ... ms. */
const MAX_TRANSACTION_TRIES = 6;
const FIRST_RETRY_DELAY_MS = 10;

/**
 * Writes all items or none.
 * @throws TransactionCanceledException when a condition does not hold, see `refusedItem`, or items stay busy
 */
export async function writeTransaction(
  client: DynamoDBDocumentClient,
  items: NonNullable<TransactWriteCommandInput['TransactItems']>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: items }));
      return;
    } catch (error) {
      if (tries === MAX_TRANSACTION_TRIES || !isConflict(error)) throw error;
    }
    await sleep(FIRST_RETRY_DELAY_MS * 2 ** (tries - 1) * (0.5 + Math.random() / 2));
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  return codes.includes('TransactionConflict') && !codes.includes('ConditionalCheckFailed');
}

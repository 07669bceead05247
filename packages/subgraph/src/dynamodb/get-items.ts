/** BatchGetItem over any number of keys. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type KeyValue = string | number;

/** Attribute name -> value. */
export type ItemKey = Readonly<Record<string, KeyValue>>;

export type Item = Readonly<Record<string, unknown>>;

/** Keys. DynamoDB API reference, "BatchGetItem" (checked 2026-11-21). */
const MAX_BATCH_GET_KEYS = 100;
/** Tries for keys that DynamoDB left unprocessed; waits of 25, 50, 100 ... ms between them. */
const MAX_BATCH_GET_TRIES = 6;
const FIRST_RETRY_DELAY_MS = 25;

/**
 * Items of a table by their full keys, in no particular order; keys without an item are absent.
 * @param keys - repeats allowed
 * @throws Error when DynamoDB leaves keys unprocessed for good
 */
export async function getItems(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly ItemKey[],
): Promise<readonly Item[]> {
  const chunks = await Promise.all(toBatchGetKeys(keys).map((chunk) => batchGet(client, tableName, chunk)));
  return chunks.flat();
}

/** Splits keys into the lists of consecutive `BatchGetItem` requests: 1 to 100 distinct keys, first-seen order. */
export function toBatchGetKeys(keys: readonly ItemKey[]): readonly (readonly ItemKey[])[] {
  const distinct = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  const chunkCount = Math.ceil(distinct.length / MAX_BATCH_GET_KEYS);
  return Array.from({ length: chunkCount }, (_, position) =>
    distinct.slice(position * MAX_BATCH_GET_KEYS, (position + 1) * MAX_BATCH_GET_KEYS),
  );
}

async function batchGet(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly ItemKey[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let pending: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let tries = 0; pending.length > 0; tries += 1) {
    if (tries === MAX_BATCH_GET_TRIES) {
      throw new Error(
        `DynamoDB left ${pending.length} keys of ${tableName} unprocessed after ${tries} tries`,
      );
    }
    if (tries > 0) await sleep(FIRST_RETRY_DELAY_MS * 2 ** (tries - 1));
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: pending } } }),
    );
    items.push(...(answer.Responses?.[tableName] ?? []));
    pending = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
}

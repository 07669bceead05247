/** Reads items of one table by key and by index, in as few calls as DynamoDB allows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from './entity-lookup-plan.ts';

export type Item = Readonly<Record<string, unknown>>;

/** Keys. DynamoDB API reference, "BatchGetItem" (checked 2026-11-21). */
const MAX_BATCH_GET_KEYS = 100;
/** Tries for keys that DynamoDB left unprocessed; waits of 25, 50, 100 ... ms between them. */
const MAX_BATCH_GET_TRIES = 6;
const FIRST_RETRY_DELAY_MS = 25;

export interface EntityTable {
  /** Items of the table by their full keys; keys without an item are absent from the answer. */
  getAll(keys: readonly ItemKey[]): Promise<readonly Item[]>;
  /** The first item of an index under this key. */
  findByIndex(index: string, key: ItemKey): Promise<Item | undefined>;
}

/** Opens the table; no call is made before the first read. */
export function openEntityTable(client: DynamoDBDocumentClient, tableName: string): EntityTable {
  return {
    getAll: async (keys) => {
      const items = await Promise.all(
        toBatchGetKeys(keys).map((chunk) => batchGet(client, tableName, chunk)),
      );
      return items.flat();
    },
    findByIndex: async (index, key) => {
      const { Items: items = [] } = await client.send(new QueryCommand(indexQuery(tableName, index, key)));
      return items[0];
    },
  };
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

function indexQuery(tableName: string, index: string, key: ItemKey) {
  const attributes = Object.entries(key);
  return {
    TableName: tableName,
    IndexName: index,
    Limit: 1,
    KeyConditionExpression: attributes.map((_, position) => `#k${position} = :k${position}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(
      attributes.map(([name], position) => [`#k${position}`, name]),
    ),
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([, value], position) => [`:k${position}`, value]),
    ),
  };
}

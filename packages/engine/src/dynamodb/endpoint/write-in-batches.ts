/** Many puts at an endpoint: as many as the service takes at once, until all are written. */
import { setTimeout as wait } from 'node:timers/promises';
import { isRecord } from '../../model/is-record.ts';
import type { AttributeMap, DynamoDb } from '../contract.ts';

/** Puts of one call. DynamoDB API reference, "BatchWriteItem" (checked 2026-11-21). */
const BATCH_SIZE = 25;
/** Milliseconds before what the service had no capacity for is sent again. */
const PAUSE_MS = 200;

export async function writeInBatches(
  call: DynamoDb['call'],
  tableName: string,
  items: readonly AttributeMap[],
): Promise<void> {
  let left: readonly unknown[] = items.map((Item) => ({ PutRequest: { Item } }));
  while (left.length > 0) {
    const RequestItems = { [tableName]: left.slice(0, BATCH_SIZE) };
    const { UnprocessedItems } = await call('BatchWriteItem', { RequestItems });
    const rest = isRecord(UnprocessedItems) ? UnprocessedItems[tableName] : undefined;
    const unprocessed: readonly unknown[] = Array.isArray(rest) ? rest : [];
    left = [...unprocessed, ...left.slice(BATCH_SIZE)];
    if (unprocessed.length > 0) await wait(PAUSE_MS);
  }
}

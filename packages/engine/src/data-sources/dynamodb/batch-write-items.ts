/** BatchPutItem and BatchDeleteItem. */
import { isRecord } from '../../model/is-record.ts';
import { answered } from '../data-source.ts';
import { AttributeFault, canonicalText, toPlainItem, toServiceMap } from './attribute-values.ts';
import { failedBatch } from './failed-batch.ts';
import type { Operation } from './operation-context.ts';
import { isServiceFault, toDataSourceError } from './service-fault.ts';

/** AppSync developer guide, "BatchPutItem": the written items in request order, null for unprocessed ones. */
export const batchPutItem: Operation = batchWrite({
  toRequest: (item) => ({ PutRequest: { Item: item } }),
  fromRequest: (request) => (isRecord(request['PutRequest']) ? request['PutRequest']['Item'] : undefined),
  unprocessedName: 'unprocessedItems',
});

/** AppSync developer guide, "BatchDeleteItem": the deleted keys in request order, null for unprocessed ones. */
export const batchDeleteItem: Operation = batchWrite({
  toRequest: (key) => ({ DeleteRequest: { Key: key } }),
  fromRequest: (request) =>
    isRecord(request['DeleteRequest']) ? request['DeleteRequest']['Key'] : undefined,
  unprocessedName: 'unprocessedKeys',
});

interface BatchWriteKind {
  readonly toRequest: (map: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  readonly fromRequest: (request: Readonly<Record<string, unknown>>) => unknown;
  readonly unprocessedName: 'unprocessedItems' | 'unprocessedKeys';
}

function batchWrite(kind: BatchWriteKind): Operation {
  return async (request, { dynamodb, call }) => {
    const tables = readTables(request['tables']);
    const requestItems = Object.fromEntries(
      [...tables].map(([name, maps]) => [name, maps.map(kind.toRequest)]),
    );
    const output = await dynamodb
      .call('BatchWriteItem', { RequestItems: requestItems })
      .catch((fault: unknown) => {
        if (isServiceFault(fault)) return fault;
        throw fault;
      });
    if (output instanceof Error) {
      return failedBatch(toDataSourceError(output, call.requestId), [...tables], kind.unprocessedName);
    }
    const rest = isRecord(output['UnprocessedItems']) ? output['UnprocessedItems'] : {};
    const data: Record<string, unknown> = {};
    const unprocessed: Record<string, unknown> = {};
    for (const [name, maps] of tables) {
      const requests: readonly unknown[] = Array.isArray(rest[name]) ? rest[name] : [];
      const left = requests.map((entry) => (isRecord(entry) ? kind.fromRequest(entry) : undefined));
      const leftTexts = new Set(left.map(canonicalText));
      data[name] = maps.map((map) => (leftTexts.has(canonicalText(map)) ? null : toPlainItem(map)));
      unprocessed[name] = left.map(toPlainItem);
    }
    return answered({ data, [kind.unprocessedName]: unprocessed });
  };
}

function readTables(value: unknown): ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]> {
  if (!isRecord(value)) throw new AttributeFault("Value for field '$[tables]' not found.");
  return new Map(
    Object.entries(value).map(([name, maps]) => {
      if (!Array.isArray(maps)) throw new AttributeFault(`Unsupported element '$[tables][${name}]'.`);
      return [name, maps.map((map, index) => toServiceMap(map, `tables][${name}][${index}`))];
    }),
  );
}

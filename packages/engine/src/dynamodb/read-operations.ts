/** GetItem, BatchGetItem, TransactGetItems. */
import dynalite from 'dynalite/db/index.js';
import {
  addUsage,
  asksForCapacity,
  consumedCapacities,
  consumedCapacity,
  readUnits,
  type TableUsage,
  transactionCapacities,
} from './consumed-capacity.ts';
import type { AttributeMap } from './contract.ts';
import { isRecord } from '../model/is-record.ts';
import { itemSizeBytes } from './item-size.ts';
import { itemPrefix } from './item-store.ts';
import type { DatabaseParts, Operation } from './operation.ts';
import { validationException } from './service-error.ts';
import { primaryKeyOf } from './table-definition.ts';
import {
  checkDistinctItems,
  MAX_TRANSACTION_BYTES,
  NO_REASON,
  parseTransactionItems,
  reasonOf,
  transactionCancelled,
  transactionTooLarge,
} from './transaction-members.ts';
import { validateRequest, type ValidatedRequest } from './validate-request.ts';

/** Bytes of one BatchGetItem response. DynamoDB API reference, "BatchGetItem": 16 MB (checked 2026-11-21). */
const MAX_BATCH_GET_BYTES = 16 * 1024 * 1024;

/** The projected attributes of an item, or all of them. */
export function projectItem(request: ValidatedRequest, item: AttributeMap): AttributeMap {
  const paths = isRecord(request._projection) ? request._projection.paths : request.AttributesToGet;
  return Array.isArray(paths) ? dynalite.mapPaths(paths, item) : item;
}

/** @throws DynamoDbServiceError for a wrong key, or a projection into a key attribute */
function locate(
  { catalog }: DatabaseParts,
  request: ValidatedRequest,
  key: unknown,
): { tableName: string; key: string } {
  const tableName = String(request.TableName);
  const table = catalog.get(tableName);
  const primaryKey = primaryKeyOf({ kind: 'key', attributes: key as AttributeMap }, table);
  const projection = isRecord(request._projection) ? request._projection : {};
  const fault = dynalite.validateKeyPaths(projection.nestedPaths, table);
  if (fault) throw fault;
  return { tableName, key: primaryKey };
}

async function readItems(
  { store }: DatabaseParts,
  addresses: readonly { tableName: string; key: string }[],
): Promise<(AttributeMap | undefined)[]> {
  const keys = addresses.map(({ tableName, key }) => itemPrefix(tableName) + key);
  return (await store.getMany(keys)) as (AttributeMap | undefined)[];
}

export const getItem: Operation = async (parts, input) => {
  const request = validateRequest('GetItem', input);
  const [item] = await readItems(parts, [locate(parts, request, request.Key)]);
  const found = item === undefined ? {} : { Item: projectItem(request, item) };
  const usage = { table: readUnits(request, [item]), indexes: [] };
  return { ...found, ...consumedCapacity(request, String(request.TableName), usage) };
};

export const batchGetItem: Operation = async (parts, input) => {
  const request = validateRequest('BatchGetItem', input);
  const requestItems = Object.entries(request.RequestItems as Readonly<Record<string, ValidatedRequest>>);
  const reads = requestItems.flatMap(([TableName, tableRequest]) =>
    (tableRequest.Keys as readonly AttributeMap[]).map((key) => {
      const read: ValidatedRequest = { ...tableRequest, TableName };
      return { tableName: TableName, key, read, address: locate(parts, read, key) };
    }),
  );
  const items = await readItems(
    parts,
    reads.map((each) => each.address),
  );
  const responses: Record<string, AttributeMap[]> = Object.fromEntries(
    requestItems.map(([name]) => [name, []]),
  );
  const unprocessed: Record<string, { Keys: AttributeMap[] }> = {};
  const usages = new Map<string, TableUsage>();
  const countsUnits = asksForCapacity(request);
  let sizeBytes = 0;
  reads.forEach(({ tableName, key, read }, at) => {
    const item = items[at];
    sizeBytes += item === undefined ? 0 : itemSizeBytes(item);
    if (sizeBytes > MAX_BATCH_GET_BYTES) {
      const original = isRecord(input.RequestItems) ? input.RequestItems[tableName] : {};
      (unprocessed[tableName] ??= { ...(isRecord(original) ? original : {}), Keys: [] }).Keys.push(key);
      return;
    }
    if (item !== undefined) responses[tableName]?.push(projectItem(read, item));
    if (!countsUnits) return;
    const usage = { table: readUnits(read, [item]), indexes: [] };
    usages.set(tableName, addUsage(usages.get(tableName), usage));
  });
  return {
    Responses: responses,
    UnprocessedKeys: unprocessed,
    ...consumedCapacities(request, usages),
  };
};

/** Reads one snapshot: never half of another transaction. */
export const transactGetItems: Operation = async (parts, input) => {
  const requests = parseTransactionItems(input.TransactItems).map((member) => {
    if (!isRecord(member) || !isRecord(member.Get))
      throw validationException('TransactItems can only contain Get');
    return validateRequest('GetItem', member.Get);
  });
  requests.forEach((request) => parts.catalog.get(String(request.TableName)));
  const located = requests.map((request) => {
    try {
      return { address: locate(parts, request, request.Key), reason: NO_REASON };
    } catch (error) {
      return { address: undefined, reason: reasonOf(error) };
    }
  });
  const addresses = located.flatMap(({ address }) => (address === undefined ? [] : [address]));
  if (addresses.length < located.length) throw transactionCancelled(located.map(({ reason }) => reason));
  checkDistinctItems(addresses);
  const items = await readItems(parts, addresses);
  const sizeBytes = items.reduce((sum, item) => sum + (item === undefined ? 0 : itemSizeBytes(item)), 0);
  if (sizeBytes > MAX_TRANSACTION_BYTES) throw transactionTooLarge();
  const usages = new Map<string, TableUsage>();
  const Responses = requests.map((request, at) => {
    const item = items[at];
    const tableName = String(request.TableName);
    const usage = { table: readUnits({ ConsistentRead: true }, [item]), indexes: [] };
    usages.set(tableName, addUsage(usages.get(tableName), usage));
    return item === undefined ? {} : { Item: projectItem(request, item) };
  });
  return { Responses, ...transactionCapacities(input, usages, 'ReadCapacityUnits') };
};

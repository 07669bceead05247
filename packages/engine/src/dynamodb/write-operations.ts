/** PutItem, UpdateItem, DeleteItem, BatchWriteItem. */
import { addUsage, consumedCapacities, type TableUsage } from './consumed-capacity.ts';
import type { AttributeMap } from './contract.ts';
import { itemCollectionsOf } from './item-collection-metrics.ts';
import type { DatabaseParts, Operation, OperationInput, OperationOutput } from './operation.ts';
import { validationException } from './service-error.ts';
import { checkIndexKeys, primaryKeyOf, type TableDefinition } from './table-definition.ts';
import { validateRequest } from './validate-request.ts';
import { applyWrite, keyOfAction, parseWriteAction, type WriteKind } from './write-action.ts';
import type { ItemAddress } from './write-path.ts';
import { writeUsage } from './write-usage.ts';

export const putItem: Operation = (parts, input) => writeOne(parts, 'put', input);
export const updateItem: Operation = (parts, input) => writeOne(parts, 'update', input);
export const deleteItem: Operation = (parts, input) => writeOne(parts, 'delete', input);

async function writeOne(
  parts: DatabaseParts,
  kind: WriteKind,
  input: OperationInput,
): Promise<OperationOutput> {
  const action = parseWriteAction(kind, input);
  const table = parts.catalog.get(action.tableName);
  const address = { tableName: action.tableName, key: keyOfAction(action, table) };
  const apply = async ([before]: readonly (AttributeMap | undefined)[]) => {
    const { after, response } = await applyWrite(action, table, before);
    return { after: [after], result: response };
  };
  return parts.writes.commit([address], apply, { isolation: 'single' });
}

interface BatchedWrite {
  readonly table: TableDefinition;
  /** The item or its key. */
  readonly item: AttributeMap;
  readonly address: ItemAddress;
  readonly after: AttributeMap | undefined;
}

interface WriteRequest {
  readonly PutRequest?: { readonly Item: AttributeMap };
  readonly DeleteRequest?: { readonly Key: AttributeMap };
}

/** Differs from DynamoDB, which writes the items one by one: all are written, or none. */
export const batchWriteItem: Operation = async (parts, input) => {
  const request = validateRequest('BatchWriteItem', input);
  const requestItems = request.RequestItems as Readonly<Record<string, readonly WriteRequest[]>>;
  const writes = Object.entries(requestItems).flatMap(([tableName, requests]) => {
    const table = parts.catalog.get(tableName);
    return requests.map((each) => parseBatchedWrite(each, table));
  });
  const distinct = new Set(writes.map(({ address }) => `${address.tableName}~${address.key}`));
  if (distinct.size < writes.length)
    throw validationException('Provided list of item keys contains duplicates');
  const addresses = writes.map(({ address }) => address);
  return parts.writes.commit(addresses, (before) => {
    const after = writes.map((write) => write.after);
    const usages = new Map<string, TableUsage>();
    writes.forEach(({ table }, at) => {
      const usage = writeUsage(table, before[at], after[at]);
      usages.set(table.TableName, addUsage(usages.get(table.TableName), usage));
    });
    const result = {
      UnprocessedItems: {},
      ...consumedCapacities(request, usages),
      ...itemCollectionsOf(request, writes),
    };
    return Promise.resolve({ after, result });
  });
};

function parseBatchedWrite(
  { PutRequest, DeleteRequest }: WriteRequest,
  table: TableDefinition,
): BatchedWrite {
  const tableName = table.TableName;
  if (PutRequest !== undefined) {
    checkIndexKeys(PutRequest.Item, table);
    const key = batchKeyOf({ kind: 'item', attributes: PutRequest.Item }, table);
    return { table, item: PutRequest.Item, address: { tableName, key }, after: PutRequest.Item };
  }
  const item = DeleteRequest?.Key ?? {};
  const key = batchKeyOf({ kind: 'key', attributes: item }, table);
  return { table, item, address: { tableName, key }, after: undefined };
}

/** BatchWriteItem has one message for every misfit of a key. */
function batchKeyOf(source: Parameters<typeof primaryKeyOf>[0], table: TableDefinition): string {
  try {
    return primaryKeyOf(source, table);
  } catch (error) {
    const isMisfit = error instanceof Error && /Missing the key|Type mismatch for key/.test(error.message);
    throw isMisfit ? validationException('The provided key element does not match the schema') : error;
  }
}

/** UpdateTable: billing, throughput, streams, and global indexes with their back-fill. */
import type { AttributeMap } from './contract.ts';
import { newGlobalIndex } from './create-table.ts';
import { indexEntry } from './index-entries.ts';
import { isRecord } from '../model/is-record.ts';
import { indexPrefix, itemPrefix, type StoreOperation } from './item-store.ts';
import type { DatabaseParts, Operation, OperationInput } from './operation.ts';
import { serviceError, validationException } from './service-error.ts';
import { switchStream } from './streams/with-stream.ts';
import { parseStreamSpecification } from './streams/stream-specification.ts';
import type {
  AttributeDefinition,
  GlobalSecondaryIndex,
  TableDefinition,
  Throughput,
} from './table-definition.ts';
import { validateRequest } from './validate-request.ts';

/** Index entries written in one batch of a back-fill. */
const BACKFILL_BATCH_SIZE = 500;

interface IndexUpdate {
  readonly Create?: GlobalSecondaryIndex;
  readonly Update?: { readonly IndexName: string; readonly ProvisionedThroughput: Throughput };
  readonly Delete?: { readonly IndexName: string };
}

export const updateTable: Operation = async (parts, input) => {
  const isStreamOnly = isRecord(input.StreamSpecification) && Object.keys(input).length === 2;
  const request = isStreamOnly ? input : validateRequest('UpdateTable', withThroughput(input));
  const table = parts.catalog.getNamed(String(request.TableName));
  const updates = (request.GlobalSecondaryIndexUpdates ?? []) as readonly IndexUpdate[];
  const wantedStream = parseStreamSpecification(input.StreamSpecification);
  const updated = updates.reduce(applyIndexUpdate, withSettings(table, request, input));
  const changed = wantedStream === undefined ? updated : await switchStream(parts, updated, wantedStream);
  await parts.catalog.save(changed);
  // From here on every write maintains the new indexes; writes that began before are waited for.
  await parts.writes.settled();
  for (const { Create, Delete } of updates) {
    if (Delete !== undefined)
      await parts.store.clear(indexPrefix('global', table.TableName, Delete.IndexName));
    if (Create !== undefined) {
      await backfill(parts, changed, Create);
      await parts.statistics.recount(changed, { scope: 'global', index: Create });
    }
  }
  return { TableDescription: parts.statistics.describe(changed) };
};

/** dynalite demands the throughput of a new index, which on-demand tables do not have. */
function withThroughput(input: OperationInput): OperationInput {
  if (!Array.isArray(input.GlobalSecondaryIndexUpdates)) return input;
  const GlobalSecondaryIndexUpdates = input.GlobalSecondaryIndexUpdates.map((update: unknown) => {
    if (!isRecord(update) || !isRecord(update.Create)) return update;
    const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
    return { ...update, Create: { ProvisionedThroughput, ...update.Create } };
  });
  return { ...input, GlobalSecondaryIndexUpdates };
}

function withSettings(
  table: TableDefinition,
  request: OperationInput,
  input: OperationInput,
): TableDefinition {
  const definitions: readonly unknown[] = Array.isArray(input.AttributeDefinitions)
    ? input.AttributeDefinitions
    : [];
  const known = new Set(table.AttributeDefinitions.map((each) => each.AttributeName));
  const added = definitions.filter(isAttributeDefinition).filter((each) => !known.has(each.AttributeName));
  return {
    ...table,
    AttributeDefinitions: [...table.AttributeDefinitions, ...added],
    ...(request.BillingMode === undefined
      ? {}
      : { BillingModeSummary: { BillingMode: request.BillingMode } }),
    ...(request.ProvisionedThroughput === undefined
      ? {}
      : { ProvisionedThroughput: request.ProvisionedThroughput }),
  };
}

function isAttributeDefinition(value: unknown): value is AttributeDefinition {
  return (
    isRecord(value) && typeof value.AttributeName === 'string' && typeof value.AttributeType === 'string'
  );
}

function applyIndexUpdate(table: TableDefinition, { Create, Update, Delete }: IndexUpdate): TableDefinition {
  const indexes = table.GlobalSecondaryIndexes ?? [];
  const name = Create?.IndexName ?? Update?.IndexName ?? Delete?.IndexName;
  const exists = indexes.some((index) => index.IndexName === name);
  if (Create !== undefined) {
    if (exists) throw validationException('Attempting to create an index which already exists');
    checkDefined(table, Create);
    return { ...table, GlobalSecondaryIndexes: [...indexes, newGlobalIndex(table.TableArn, Create)] };
  }
  if (!exists) throw serviceError('ResourceNotFoundException', 'Requested resource not found');
  if (Update !== undefined) {
    const { ProvisionedThroughput } = Update;
    const updated = indexes.map((each) =>
      each.IndexName === name ? { ...each, ProvisionedThroughput } : each,
    );
    return { ...table, GlobalSecondaryIndexes: updated };
  }
  const { GlobalSecondaryIndexes: _all, ...withoutIndexes } = table;
  const rest = indexes.filter((index) => index.IndexName !== name);
  return rest.length === 0 ? withoutIndexes : { ...table, GlobalSecondaryIndexes: rest };
}

function checkDefined(table: TableDefinition, index: GlobalSecondaryIndex): void {
  const defined = table.AttributeDefinitions.map((each) => each.AttributeName);
  const keys = index.KeySchema.map((element) => element.AttributeName);
  if (keys.every((key) => defined.includes(key))) return;
  throw validationException(
    'One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. ' +
      `Keys: [${keys.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`,
  );
}

/**
 * Writes the entries of all items. Writers maintain the index meanwhile, so each block of items is read again and
 * indexed under its locks.
 */
async function backfill(
  { store, writes }: DatabaseParts,
  table: TableDefinition,
  index: GlobalSecondaryIndex,
): Promise<void> {
  const { TableName: tableName } = table;
  const keys: string[] = [];
  for await (const [key] of store.entries(itemPrefix(tableName))) keys.push(key);
  while (keys.length > 0) {
    const addresses = keys.splice(0, BACKFILL_BATCH_SIZE).map((key) => ({ tableName, key }));
    await writes.commit(addresses, (items) => {
      const extra = items.flatMap((item) => entryOperations(table, index, item));
      return Promise.resolve({ after: items, extra, result: undefined });
    });
  }
}

function entryOperations(
  table: TableDefinition,
  index: GlobalSecondaryIndex,
  item: AttributeMap | undefined,
): StoreOperation[] {
  const entry = item === undefined ? undefined : indexEntry(table, { scope: 'global', index }, item);
  return entry === undefined ? [] : [{ type: 'put', ...entry }];
}

/** Brings a table to what a template says, as a deployment would: creates it, or adds and removes global indexes. */
import type { DynamoDb } from './contract.ts';
import { isRecord } from '../model/is-record.ts';
import { isServiceError } from './service-error.ts';
import type { GlobalSecondaryIndex, TableDefinition } from './table-definition.ts';

type Caller = Pick<DynamoDb, 'call'>;

/**
 * @param createTableInput - as for `CreateTable`
 * @param ttlAttribute - attribute of the expiry time in epoch seconds; undefined: items never expire
 * @throws Error when the stored table has another primary key, which no update can change
 */
export async function ensureTable(
  database: Caller,
  createTableInput: Readonly<Record<string, unknown>>,
  ttlAttribute: string | undefined,
): Promise<'created' | 'existing'> {
  const outcome = await createOrUpdate(database, createTableInput);
  await ensureTimeToLive(database, String(createTableInput.TableName), ttlAttribute);
  return outcome;
}

async function createOrUpdate(
  database: Caller,
  input: Readonly<Record<string, unknown>>,
): Promise<'created' | 'existing'> {
  try {
    await database.call('CreateTable', input);
    return 'created';
  } catch (error) {
    if (!isServiceError(error) || error.name !== 'ResourceInUseException') throw error;
  }
  const { Table } = await database.call('DescribeTable', { TableName: input.TableName });
  const table = Table as TableDefinition;
  if (keyText(table.KeySchema) !== keyText(input.KeySchema)) {
    throw new Error(
      `Table "${table.TableName}" is stored with the primary key (${keyText(table.KeySchema)}), ` +
        `but the template wants (${keyText(input.KeySchema)}). Use another data folder, or delete this one.`,
    );
  }
  await updateIndexes(database, table, input);
  await updateStream(database, table, input.StreamSpecification);
  return 'existing';
}

function keyText(keySchema: unknown): string {
  const elements: readonly unknown[] = Array.isArray(keySchema) ? keySchema : [];
  return elements.map((element) => (isRecord(element) ? String(element.AttributeName) : '')).join(', ');
}

async function updateIndexes(
  database: Caller,
  table: TableDefinition,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const wanted = (input.GlobalSecondaryIndexes ?? []) as readonly GlobalSecondaryIndex[];
  const stored = table.GlobalSecondaryIndexes ?? [];
  const signature = ({ IndexName, KeySchema, Projection }: GlobalSecondaryIndex): string =>
    `${IndexName}(${keyText(KeySchema)}) ${Projection.ProjectionType} ${(Projection.NonKeyAttributes ?? []).join()}`;
  const storedSignatures = new Set(stored.map(signature));
  const wantedSignatures = new Set(wanted.map(signature));
  const removed = stored.filter((index) => !wantedSignatures.has(signature(index)));
  const added = wanted.filter((index) => !storedSignatures.has(signature(index)));
  // One at a time, removals first: a changed index is removed and made again under the same name.
  const updates = [
    ...removed.map(({ IndexName }) => ({ Delete: { IndexName } })),
    ...added.map((Create) => ({ Create })),
  ];
  for (const update of updates) {
    await database.call('UpdateTable', {
      TableName: table.TableName,
      AttributeDefinitions: input.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [update],
    });
  }
}

/** A stream with another view is another stream: the old one ends. */
async function updateStream(database: Caller, table: TableDefinition, wanted: unknown): Promise<void> {
  const { TableName, StreamSpecification: stored } = table;
  const viewOf = (specification: unknown): unknown =>
    isRecord(specification) && specification.StreamEnabled === true
      ? specification.StreamViewType
      : undefined;
  if (viewOf(stored) === viewOf(wanted)) return;
  const set = (StreamSpecification: unknown): Promise<unknown> =>
    database.call('UpdateTable', { TableName, StreamSpecification });
  if (viewOf(stored) !== undefined) await set({ StreamEnabled: false });
  if (viewOf(wanted) !== undefined) await set(wanted);
}

/** @param ttlAttribute - undefined: items never expire */
export async function ensureTimeToLive(
  database: Caller,
  TableName: string,
  ttlAttribute: string | undefined,
): Promise<void> {
  const { TimeToLiveDescription } = await database.call('DescribeTimeToLive', { TableName });
  const current = isRecord(TimeToLiveDescription) ? TimeToLiveDescription.AttributeName : undefined;
  if (current === ttlAttribute) return;
  const set = (TimeToLiveSpecification: { AttributeName: unknown; Enabled: boolean }): Promise<unknown> =>
    database.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
  if (current !== undefined) await set({ AttributeName: current, Enabled: false });
  if (ttlAttribute !== undefined) await set({ AttributeName: ttlAttribute, Enabled: true });
}

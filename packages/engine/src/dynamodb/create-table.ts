/** CreateTable, DescribeTable, ListTables, DeleteTable. Tables are ACTIVE, or gone, at once. */
import { randomUUID } from 'node:crypto';
import { isRecord } from '../model/is-record.ts';
import { indexPrefix, itemPrefix } from './item-store.ts';
import type { DatabaseParts, Operation } from './operation.ts';
import { serviceError } from './service-error.ts';
import { withStream } from './streams/with-stream.ts';
import { parseStreamSpecification } from './streams/stream-specification.ts';
import {
  indexesOf,
  type GlobalSecondaryIndex,
  type SecondaryIndex,
  type TableDefinition,
} from './table-definition.ts';
import { parseTags, saveTags, tagPrefix } from './tags.ts';
import { timeToLiveKey } from './time-to-live.ts';
import { validateRequest, type ValidatedRequest } from './validate-request.ts';

/** Names in one page. DynamoDB API reference, "ListTables": 100 (checked 2026-11-21). */
const MAX_TABLES_PER_PAGE = 100;

const NO_THROUGHPUT = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };

export const createTable: Operation = async (parts, input) => {
  const request = validateRequest('CreateTable', input);
  const name = String(request.TableName);
  if (parts.catalog.find(name) !== undefined) {
    throw serviceError('ResourceInUseException', `Table already exists: ${name}`);
  }
  const wantedStream = parseStreamSpecification(input.StreamSpecification);
  const plain = newTable(parts, request);
  const table = wantedStream?.kind === 'on' ? await withStream(parts, plain, wantedStream.viewType) : plain;
  await parts.catalog.save(table);
  await saveTags(parts, name, parseTags(input.Tags));
  return { TableDescription: structuredClone(table) };
};

function newTable({ now, region, accountId }: DatabaseParts, request: ValidatedRequest): TableDefinition {
  const { BillingMode, GlobalSecondaryIndexes, LocalSecondaryIndexes, ...rest } = request;
  const tableArn = `arn:aws:dynamodb:${region}:${accountId}:table/${String(request.TableName)}`;
  const createdAt = now() / 1000;
  const onDemand =
    BillingMode === 'PAY_PER_REQUEST'
      ? { BillingModeSummary: { BillingMode, LastUpdateToPayPerRequestDateTime: createdAt } }
      : {};
  const global = (GlobalSecondaryIndexes ?? []) as readonly GlobalSecondaryIndex[];
  const local = (LocalSecondaryIndexes ?? []) as readonly SecondaryIndex[];
  return {
    ...(rest as Pick<TableDefinition, 'TableName' | 'KeySchema' | 'AttributeDefinitions'>),
    TableArn: tableArn,
    TableId: randomUUID(),
    TableStatus: 'ACTIVE',
    CreationDateTime: createdAt,
    ItemCount: 0,
    TableSizeBytes: 0,
    ...onDemand,
    ProvisionedThroughput: {
      ...NO_THROUGHPUT,
      ...recordOf(request.ProvisionedThroughput),
      NumberOfDecreasesToday: 0,
    },
    ...(global.length > 0
      ? { GlobalSecondaryIndexes: global.map((index) => newGlobalIndex(tableArn, index)) }
      : {}),
    ...(local.length > 0 ? { LocalSecondaryIndexes: local.map((index) => newIndex(tableArn, index)) } : {}),
  };
}

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

function newIndex<T extends SecondaryIndex>(tableArn: string, index: T): T {
  return { ...index, IndexArn: `${tableArn}/index/${index.IndexName}`, IndexSizeBytes: 0, ItemCount: 0 };
}

/** A global index as DescribeTable shows it. */
export function newGlobalIndex(tableArn: string, index: GlobalSecondaryIndex): GlobalSecondaryIndex {
  const throughput = { ...NO_THROUGHPUT, ...index.ProvisionedThroughput, NumberOfDecreasesToday: 0 };
  return {
    ...newIndex(tableArn, index),
    IndexStatus: 'ACTIVE',
    ProvisionedThroughput: throughput,
  } as GlobalSecondaryIndex;
}

export const describeTable: Operation = (parts, input) => {
  const request = validateRequest('DescribeTable', input);
  return Promise.resolve({
    Table: parts.statistics.describe(parts.catalog.getNamed(String(request.TableName))),
  });
};

export const listTables: Operation = ({ catalog }, input) => {
  const { ExclusiveStartTableName: start, Limit } = validateRequest('ListTables', input);
  const names = catalog.names().filter((name) => typeof start !== 'string' || name > start);
  const page = names.slice(0, typeof Limit === 'number' ? Limit : MAX_TABLES_PER_PAGE);
  const last = page.at(-1);
  const more = page.length < names.length && last !== undefined ? { LastEvaluatedTableName: last } : {};
  return Promise.resolve({ TableNames: page, ...more });
};

export const deleteTable: Operation = async (parts, input) => {
  const name = String(validateRequest('DeleteTable', input).TableName);
  const table = parts.catalog.getNamed(name);
  // Emptied before it is removed, so that a crash in between leaves no items to a later table of that name;
  // and once more for writes that were under way.
  const contents = [
    itemPrefix(name),
    ...indexesOf(table).map(({ scope, index }) => indexPrefix(scope, name, index.IndexName)),
    tagPrefix(name),
  ];
  for (const prefix of contents) await parts.store.clear(prefix);
  await parts.catalog.remove(name);
  await parts.streams.end(name);
  await parts.writes.settled();
  for (const prefix of contents) await parts.store.clear(prefix);
  await parts.store.batch([{ type: 'del', key: timeToLiveKey(name) }]);
  const TableDescription = { ...parts.statistics.describe(table), TableStatus: 'DELETING' };
  parts.statistics.forget(table);
  return { TableDescription };
};

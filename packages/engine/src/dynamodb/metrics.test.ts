import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DynamoDb } from './contract.ts';
import { openDynamoDb } from './open-dynamodb.ts';

const TableName = 'lines';
let database: DynamoDb;

const table = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['order', 'line', 'sku', 'status'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'order', KeyType: 'HASH' },
    { AttributeName: 'line', KeyType: 'RANGE' },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'bySku',
      KeySchema: [
        { AttributeName: 'order', KeyType: 'HASH' },
        { AttributeName: 'sku', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byStatus',
      KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] },
    },
  ],
};

beforeEach(async () => {
  database = await openDynamoDb();
  await database.call('CreateTable', table);
});
afterEach(() => database.stop());

const Key = { order: { S: 'o' }, line: { S: '1' } };
const Item = { ...Key, sku: { S: 's' }, status: { S: 'open' }, note: { S: 'n' }, size: { N: '1' } };
const put = (more: Record<string, unknown> = {}) => database.call('PutItem', { TableName, Item, ...more });
const update = (UpdateExpression: string, value: string) =>
  database.call('UpdateItem', {
    TableName,
    Key,
    UpdateExpression,
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':v': { S: value } },
    ReturnConsumedCapacity: 'INDEXES',
  });

it('counts items and bytes of tables and indexes', async () => {
  await put();
  await put();
  await database.call('PutItem', { TableName, Item: { ...Key, line: { S: '2' } } });
  const { Table } = await database.call('DescribeTable', { TableName });
  expect(Table).toMatchObject({
    ItemCount: 2,
    TableSizeBytes: 47,
    LocalSecondaryIndexes: [{ ItemCount: 1, IndexSizeBytes: 15 }],
    GlobalSecondaryIndexes: [{ ItemCount: 1, IndexSizeBytes: 26 }],
  });
  await database.call('DeleteItem', { TableName, Key });
  const { Table: after } = await database.call('DescribeTable', { TableName });
  expect(after).toMatchObject({
    ItemCount: 1,
    GlobalSecondaryIndexes: [{ ItemCount: 0, IndexSizeBytes: 0 }],
  });
});

it('counts as before after a restart', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'dynamodb-metrics-'));
  const first = await openDynamoDb({ directory });
  await first.call('CreateTable', table);
  await first.call('PutItem', { TableName, Item });
  const { Table: before } = await first.call('DescribeTable', { TableName });
  await first.stop();
  const second = await openDynamoDb({ directory });
  expect((await second.call('DescribeTable', { TableName })).Table).toEqual(before);
  await second.stop();
  await rm(directory, { recursive: true, force: true });
});

it('returns the capacity of a write, indexes included', async () => {
  expect((await put({ ReturnConsumedCapacity: 'TOTAL' })).ConsumedCapacity).toEqual({
    TableName,
    CapacityUnits: 3,
  });
  expect((await put()).ConsumedCapacity).toBeUndefined();
  expect((await put({ ReturnConsumedCapacity: 'NONE' })).ConsumedCapacity).toBeUndefined();
  const moved = await update('SET #s = :v', 'closed');
  expect(moved.ConsumedCapacity).toEqual({
    TableName,
    CapacityUnits: 3,
    Table: { CapacityUnits: 1 },
    GlobalSecondaryIndexes: { byStatus: { CapacityUnits: 2 } },
  });
});

it('returns the capacity of reads, by table and index', async () => {
  await put();
  const capacity = async (operation: string, input: Record<string, unknown>) =>
    (await database.call(operation, { ReturnConsumedCapacity: 'INDEXES', ...input })).ConsumedCapacity;
  const query = {
    TableName,
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :v',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':v': { S: 'open' } },
  };
  expect(await capacity('GetItem', { TableName, Key })).toEqual({
    TableName,
    CapacityUnits: 0.5,
    Table: { CapacityUnits: 0.5 },
  });
  expect(await capacity('GetItem', { TableName, Key, ConsistentRead: true })).toMatchObject({
    CapacityUnits: 1,
  });
  expect(await capacity('Query', query)).toEqual({
    TableName,
    CapacityUnits: 0.5,
    Table: { CapacityUnits: 0 },
    GlobalSecondaryIndexes: { byStatus: { CapacityUnits: 0.5 } },
  });
  const TransactItems = [{ Get: { TableName, Key } }];
  expect(await capacity('TransactGetItems', { TransactItems })).toEqual([
    {
      TableName,
      CapacityUnits: 2,
      ReadCapacityUnits: 2,
      Table: { CapacityUnits: 2, ReadCapacityUnits: 2 },
    },
  ]);
  const RequestItems = { [TableName]: { Keys: [Key], ConsistentRead: true } };
  expect(await capacity('BatchGetItem', { RequestItems })).toMatchObject([{ CapacityUnits: 1 }]);
  const Put = { TableName, Item: { ...Key, line: { S: '9' } } };
  expect(
    await capacity('TransactWriteItems', { TransactItems: [{ Put }], ReturnConsumedCapacity: 'TOTAL' }),
  ).toEqual([{ TableName, CapacityUnits: 2, WriteCapacityUnits: 2 }]);
});

it('returns item collections of tables with local indexes', async () => {
  const collection = { ItemCollectionKey: { order: { S: 'o' } }, SizeEstimateRangeGB: [0, 1] };
  const asked = { ReturnItemCollectionMetrics: 'SIZE' };
  expect((await put(asked)).ItemCollectionMetrics).toEqual(collection);
  expect((await put()).ItemCollectionMetrics).toBeUndefined();
  const RequestItems = { [TableName]: [{ DeleteRequest: { Key } }] };
  const batch = await database.call('BatchWriteItem', { RequestItems, ...asked });
  expect(batch.ItemCollectionMetrics).toEqual({ [TableName]: [collection] });
  const TransactItems = [{ Put: { TableName, Item } }];
  const transaction = await database.call('TransactWriteItems', { TransactItems, ...asked });
  expect(transaction.ItemCollectionMetrics).toEqual({ [TableName]: [collection] });
});

it('shows of an item what the index projects, and of a sparse index what has its key', async () => {
  await put();
  await database.call('PutItem', { TableName, Item: { ...Key, line: { S: 'no index keys' } } });
  const scan = async (IndexName: string) => (await database.call('Scan', { TableName, IndexName })).Items;
  const { size: _size, sku: _sku, ...included } = Item;
  expect(await scan('byStatus')).toEqual([included]);
  expect(await scan('bySku')).toEqual([{ ...Key, sku: Item.sku }]);
});

it('reads local indexes consistently when asked, global ones never', async () => {
  await put();
  const query = (IndexName: string, name: string, value: string) =>
    database.call('Query', {
      TableName,
      IndexName,
      ConsistentRead: true,
      KeyConditionExpression: '#k = :v',
      ExpressionAttributeNames: { '#k': name },
      ExpressionAttributeValues: { ':v': { S: value } },
      Select: 'COUNT',
    });
  expect(await query('bySku', 'order', 'o')).toEqual({ Count: 1, ScannedCount: 1 });
  await expect(query('byStatus', 'status', 'open')).rejects.toThrow(
    'Consistent reads are not supported on global secondary indexes',
  );
});

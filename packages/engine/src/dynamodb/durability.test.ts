import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AttributeMap, DynamoDb } from './contract.ts';
import { ensureTable } from './ensure-table.ts';
import { openDynamoDb } from './open-dynamodb.ts';
import { seedTable } from './seed-table.ts';
import { ordersTable } from './test-database.ts';

const TableName = 'orders';
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dynamodb-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A process that writes pairs of items in transactions and prints the number of each acknowledged one. */
const writerSource = `
  import { openDynamoDb } from './open-dynamodb.ts';
  import { ordersTable } from './test-database.ts';
  const database = await openDynamoDb({ directory: process.argv[1] });
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' };
  await database.call('CreateTable', { ...ordersTable, StreamSpecification });
  for (let n = 0; ; n += 1) {
    const item = (side) => ({ id: { S: side + n }, status: { S: 'open' }, createdAt: { N: String(n) } });
    const TransactItems = ['left', 'right'].map((side) => ({ Put: { TableName: 'orders', Item: item(side) } }));
    await database.call('TransactWriteItems', { TransactItems });
    process.stdout.write(n + '\\n');
  }`;

async function allItems(database: DynamoDb, input: Record<string, unknown>, operation = 'Scan') {
  const items: AttributeMap[] = [];
  let page: Record<string, unknown> = {};
  do {
    const start = page.LastEvaluatedKey === undefined ? {} : { ExclusiveStartKey: page.LastEvaluatedKey };
    page = await database.call(operation, { TableName, ...input, ...start });
    items.push(...(page.Items as AttributeMap[]));
  } while (page.LastEvaluatedKey !== undefined);
  return items;
}

/** Of the items that the stream of the table tells of, from its beginning. */
async function streamedIds(database: DynamoDb): Promise<string[]> {
  const { Table } = await database.call('DescribeTable', { TableName });
  const { LatestStreamArn: StreamArn } = Table as { LatestStreamArn: string };
  const ShardId = 'shardId-00000000000000000000-00000000';
  const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
  let page = await database.call('GetShardIterator', start);
  const ids: string[] = [];
  for (;;) {
    const { ShardIterator, NextShardIterator = ShardIterator } = page;
    page = await database.call('GetRecords', { ShardIterator: NextShardIterator });
    const records = page.Records as { dynamodb: { Keys: { id: { S: string } } } }[];
    if (records.length === 0) return ids;
    ids.push(...records.map(({ dynamodb }) => dynamodb.Keys.id.S));
  }
}

it('keeps every acknowledged write, whole, indexed and in the stream, when the process is killed', async () => {
  const data = join(directory, 'data');
  const arguments_ = ['--import', 'tsx', '--input-type=module', '--eval', writerSource, data];
  const writer = spawn(process.execPath, arguments_, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = -1;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 300) writer.kill('SIGKILL');
  }
  const database = await openDynamoDb({ directory: data });
  const items = await allItems(database, {});
  const ids = new Set(items.map(({ id }) => String(id?.S)));
  for (let n = 0; n <= acknowledged; n += 1) {
    expect(ids.has(`left${n}`) && ids.has(`right${n}`)).toBe(true);
  }
  const lefts = [...ids].filter((id) => id.startsWith('left')).map((id) => id.slice('left'.length));
  const rights = [...ids].filter((id) => id.startsWith('right')).map((id) => id.slice('right'.length));
  expect(lefts.sort()).toEqual(rights.sort());
  const condition = {
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :s',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': { S: 'open' } },
  };
  expect(await allItems(database, condition, 'Query')).toHaveLength(items.length);
  expect((await streamedIds(database)).sort()).toEqual([...ids].sort());
  await database.stop();
});

it('opens with its tables, tags and expiry, and says when a folder is in use', async () => {
  const first = await openDynamoDb({ directory });
  expect(
    await ensureTable(first, { ...ordersTable, Tags: [{ Key: 'team', Value: 'orders' }] }, 'expiresAt'),
  ).toBe('created');
  await expect(openDynamoDb({ directory })).rejects.toThrow(`The data folder ${directory} can't be opened`);
  await first.stop();
  const second = await openDynamoDb({ directory });
  expect(await ensureTable(second, ordersTable, 'expiresAt')).toBe('existing');
  expect(await second.call('DescribeTimeToLive', { TableName })).toEqual({
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
  });
  const ResourceArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/orders';
  expect(await second.call('ListTagsOfResource', { ResourceArn })).toEqual({
    Tags: [{ Key: 'team', Value: 'orders' }],
  });
  await second.stop();
});

it('follows a changed template: indexes come and go, a changed primary key is refused', async () => {
  const database = await openDynamoDb();
  await ensureTable(database, ordersTable, undefined);
  const { GlobalSecondaryIndexes: _indexes, ...plain } = ordersTable;
  const id = { AttributeName: 'id', AttributeType: 'S' };
  await ensureTable(database, { ...plain, AttributeDefinitions: [id] }, undefined);
  const described = await database.call('DescribeTable', { TableName });
  expect(described.Table).not.toHaveProperty('GlobalSecondaryIndexes');
  await ensureTable(database, ordersTable, undefined);
  expect(await allItems(database, { IndexName: 'byStatus' })).toEqual([]);
  const otherKey = {
    ...plain,
    AttributeDefinitions: [id],
    KeySchema: [{ AttributeName: 'sku', KeyType: 'HASH' }],
  };
  const attributes = [{ AttributeName: 'sku', AttributeType: 'S' }];
  await expect(
    ensureTable(database, { ...otherKey, AttributeDefinitions: attributes }, undefined),
  ).rejects.toThrow('Table "orders" is stored with the primary key (id), but the template wants (sku)');
  await database.stop();
});

it('seeds an empty table once, from all files of a folder', async () => {
  const database = await openDynamoDb({ directory: join(directory, 'data') });
  await ensureTable(database, ordersTable, undefined);
  const items = Array.from({ length: 4000 }, (_, at) => ({
    id: `o${at}`,
    status: 'open',
    createdAt: at,
    lines: [{ at }],
  }));
  await writeFile(join(directory, '1.json'), JSON.stringify(items.slice(0, 2000)));
  await writeFile(join(directory, '2.json'), JSON.stringify(items.slice(2000)));
  expect(await seedTable(database, TableName, directory)).toBe(4000);
  expect(await seedTable(database, TableName, directory)).toBe(0);
  expect(await allItems(database, { IndexName: 'byStatus' })).toHaveLength(4000);
  await writeFile(join(directory, '1.json'), '{}');
  await database.call('DeleteTable', { TableName });
  await ensureTable(database, ordersTable, undefined);
  expect(await allItems(database, {})).toEqual([]);
  await expect(seedTable(database, TableName, directory)).rejects.toThrow('1.json: expected a list of items');
  await database.stop();
});

it('deletes expired items, with their index entries', async () => {
  const nowEpochSeconds = 1_800_000_000;
  const database = await openDynamoDb({ now: () => nowEpochSeconds * 1000, timeToLiveSweepMs: 5 });
  await ensureTable(database, ordersTable, 'expiresAt');
  const causes: string[] = [];
  const expired = new Promise<void>((resolve) => {
    database.onChange(({ cause, after }) => {
      causes.push(cause);
      if (after === undefined) resolve();
    });
  });
  const item = (id: string, expiresAt: number) => ({
    id: { S: id },
    status: { S: 'open' },
    createdAt: { N: '1' },
    expiresAt: { N: String(expiresAt) },
  });
  await database.importItems(TableName, [
    item('past', nowEpochSeconds - 10),
    item('future', nowEpochSeconds + 10),
  ]);
  await expired;
  expect(causes).toEqual(['request', 'request', 'time-to-live']);
  expect((await allItems(database, { IndexName: 'byStatus' })).map(({ id }) => id)).toEqual([
    { S: 'future' },
  ]);
  await database.stop();
});

import { CreateTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ordersTable, startTestDatabase, type TestDatabase } from './test-database.ts';

const TableName = 'orders';
let test: TestDatabase;

beforeEach(async () => {
  test = await startTestDatabase();
  await test.database.call('CreateTable', ordersTable);
});
afterEach(() => test.stop());

const put = (Item: Record<string, unknown>) => test.documents.send(new PutCommand({ TableName, Item }));

async function queryAll(input: Record<string, unknown>): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const pages = paginateQuery({ client: test.documents }, { TableName, IndexName: 'byStatus', ...input });
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}
const byStatus = (status: string) => ({
  KeyConditionExpression: '#status = :status',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: { ':status': status },
});

it('follows its items: sparse, moved, removed', async () => {
  await put({ id: 'a', status: 'open', createdAt: 2 });
  await put({ id: 'b', status: 'open', createdAt: 1 });
  await put({ id: 'c', status: 'open' });
  const ids = async (status: string) => (await queryAll(byStatus(status))).map(({ id }) => id);
  expect(await ids('open')).toEqual(['b', 'a']);
  const close = { UpdateExpression: 'SET #s = :s', ExpressionAttributeNames: { '#s': 'status' } };
  await test.documents.send(
    new UpdateCommand({
      TableName,
      Key: { id: 'a' },
      ...close,
      ExpressionAttributeValues: { ':s': 'closed' },
    }),
  );
  expect([await ids('open'), await ids('closed')]).toEqual([['b'], ['a']]);
  await test.documents.send(new DeleteCommand({ TableName, Key: { id: 'b' } }));
  expect(await ids('open')).toEqual([]);
});

it('keeps every one of thousands of items with equal index keys, and pages through them in both directions', async () => {
  const items = Array.from({ length: 6000 }, (_, at) => ({
    id: { S: `order-${at}` },
    status: { S: 'open' },
    createdAt: { N: String(at % 3) },
  }));
  await test.database.importItems(TableName, items);
  const forward = await queryAll({ ...byStatus('open'), Limit: 700 });
  expect(new Set(forward.map(({ id }) => id)).size).toBe(6000);
  expect(forward.map(({ createdAt }) => createdAt)).toEqual(forward.map(({ createdAt }) => createdAt).sort());
  const backward = await queryAll({ ...byStatus('open'), Limit: 700, ScanIndexForward: false });
  expect(backward.map(({ id }) => id)).toEqual(forward.map(({ id }) => id).reverse());
});

it('orders numbers, compares ranges and filters after reading', async () => {
  for (const createdAt of [-10.5, -2, 0, 3, 20, 1e10])
    await put({ id: `n${createdAt}`, status: 'n', createdAt });
  const range = (condition: string, values: Record<string, unknown>) =>
    queryAll({
      ...byStatus('n'),
      KeyConditionExpression: `#status = :status AND ${condition}`,
      ExpressionAttributeValues: { ':status': 'n', ...values },
    }).then((found) => found.map(({ createdAt }) => createdAt));
  expect(await range('createdAt BETWEEN :from AND :to', { ':from': -2, ':to': 20 })).toEqual([-2, 0, 3, 20]);
  expect(await range('createdAt < :to', { ':to': 0 })).toEqual([-10.5, -2]);
  expect(await range('createdAt >= :from', { ':from': 20 })).toEqual([20, 1e10]);
  const filtered = await test.documents.send(
    new QueryCommand({
      TableName,
      IndexName: 'byStatus',
      ...byStatus('n'),
      FilterExpression: 'begins_with(id, :prefix)',
      ExpressionAttributeValues: { ':status': 'n', ':prefix': 'n-' },
      Limit: 3,
    }),
  );
  expect(filtered).toMatchObject({
    Count: 2,
    ScannedCount: 3,
    LastEvaluatedKey: { id: 'n0', status: 'n', createdAt: 0 },
  });
});

it('survives a filter between bounds that the item lacks', async () => {
  await put({ id: 'x', createdAt: 1 });
  const FilterExpression = 'createdAt BETWEEN lowest AND highest';
  expect((await test.documents.send(new ScanCommand({ TableName, FilterExpression }))).Count).toBe(0);
});

it('cuts pages at one megabyte', async () => {
  for (let at = 0; at < 5; at += 1) await put({ id: `big${at}`, text: 'x'.repeat(300_000) });
  const first = await test.documents.send(new ScanCommand({ TableName }));
  expect(first.Count).toBe(4);
  const ExclusiveStartKey = first.LastEvaluatedKey;
  const second = await test.documents.send(new ScanCommand({ TableName, ExclusiveStartKey }));
  expect([second.Count, second.LastEvaluatedKey]).toEqual([1, undefined]);
});

it('scans in segments without loss or overlap', async () => {
  await test.database.importItems(
    TableName,
    Array.from({ length: 100 }, (_, at) => ({ id: { S: String(at) } })),
  );
  const segments = await Promise.all(
    [0, 1, 2].map((Segment) =>
      test.documents.send(new ScanCommand({ TableName, Segment, TotalSegments: 3 })),
    ),
  );
  const ids = segments.flatMap(({ Items = [] }) => Items.map(({ id }) => Number(id)));
  expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
});

it('is added and removed by UpdateTable, with back-fill while writes go on', async () => {
  await put({ id: 'old', customer: 'ann' });
  const index = {
    IndexName: 'byCustomer',
    KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' as const }],
    Projection: { ProjectionType: 'KEYS_ONLY' as const },
  };
  const AttributeDefinitions = [{ AttributeName: 'customer', AttributeType: 'S' as const }];
  const add = new UpdateTableCommand({
    TableName,
    AttributeDefinitions,
    GlobalSecondaryIndexUpdates: [{ Create: index }],
  });
  await Promise.all([
    ...Array.from({ length: 20 }, (_, at) => put({ id: `before${at}`, customer: 'ann' })),
    test.client.send(add),
    ...Array.from({ length: 20 }, (_, at) => put({ id: `after${at}`, customer: 'ann' })),
  ]);
  const query = {
    IndexName: 'byCustomer',
    KeyConditionExpression: 'customer = :customer',
    ExpressionAttributeValues: { ':customer': 'ann' },
  };
  expect(await queryAll(query)).toHaveLength(41);
  await test.client.send(
    new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byCustomer' } }],
    }),
  );
  await expect(queryAll(query)).rejects.toThrow('The table does not have the specified index: byCustomer');
});

it('completes a local index from the table', async () => {
  await test.client.send(
    new CreateTableCommand({
      TableName: 'lines',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'order', AttributeType: 'S' },
        { AttributeName: 'line', AttributeType: 'N' },
        { AttributeName: 'sku', AttributeType: 'S' },
      ],
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
    }),
  );
  const line = { order: 'o1', line: 1, sku: 'b', quantity: 3 };
  await test.documents.send(new PutCommand({ TableName: 'lines', Item: line }));
  const query = {
    TableName: 'lines',
    IndexName: 'bySku',
    KeyConditionExpression: '#order = :order',
    ExpressionAttributeNames: { '#order': 'order' },
    ExpressionAttributeValues: { ':order': 'o1' },
  };
  const { quantity: _quantity, ...keys } = line;
  expect((await test.documents.send(new QueryCommand(query))).Items).toEqual([keys]);
  const whole = new QueryCommand({ ...query, Select: 'ALL_ATTRIBUTES' });
  expect((await test.documents.send(whole)).Items).toEqual([line]);
});

it('refuses empty index keys', async () => {
  await expect(put({ id: 'e', status: '', createdAt: 1 })).rejects.toThrow(
    'IndexName: byStatus, IndexKey: status',
  );
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DynamoDb, ensureTable, openDynamoDb } from '../../dynamodb/embedded.ts';
import type { DataSourceAnswer } from '../data-source.ts';
import { createDynamoDbDataSource } from './dynamodb-data-source.ts';

let dynamodb: DynamoDb;

beforeAll(async () => {
  dynamodb = await openDynamoDb();
});
afterAll(() => dynamodb.stop());

const TABLE = {
  TableName: 'items',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'sort', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' },
    { AttributeName: 'sort', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

beforeEach(async () => {
  await dynamodb.call('DeleteTable', { TableName: 'items' }).catch(() => undefined);
  await ensureTable(dynamodb, TABLE, undefined);
});

function invoke(request: unknown, resolver = 'Query.items'): Promise<DataSourceAnswer> {
  const source = createDynamoDbDataSource({
    name: 'items',
    tableName: 'items',
    apiId: 'api',
    dynamodb,
    handlers: {
      lambda: { invoke: () => Promise.reject(new Error('there is no function')) },
      awsRegion: 'eu-west-1',
      role: undefined,
    },
  });
  return source.invoke(request, { resolver, requestId: 'request-1' });
}

const key = (sort: number, id = 'a') => ({ id: { S: id }, sort: { N: sort } });

function put(sort: number, values: Readonly<Record<string, unknown>> = {}, condition?: unknown) {
  return invoke({ operation: 'PutItem', key: key(sort), attributeValues: values, condition });
}

const NOT_EXISTS = { expression: 'attribute_not_exists(id)' };

describe('DynamoDB data source: single items', () => {
  it('D24 answers PutItem with what was written, UpdateItem with the new item, DeleteItem with the old', async () => {
    const written = {
      v: { N: 4 },
      tags: { SS: ['x'] },
      none: { NULL: null },
      deep: { M: { list: { L: [{ BOOL: true }] } } },
    };
    const item = { id: 'a', sort: 1, v: 4, tags: ['x'], none: null, deep: { list: [true] } };
    expect(await put(1, written)).toEqual({ kind: 'answered', result: item, error: null });
    const update = {
      expression: 'ADD #v :one REMOVE deep',
      expressionNames: { '#v': 'v' },
      expressionValues: { ':one': { N: 1 } },
    };
    const updated = await invoke({ operation: 'UpdateItem', key: key(1), update });
    expect(updated).toMatchObject({ result: { v: 5, tags: ['x'] }, error: null });
    expect(await invoke({ operation: 'GetItem', key: key(1), consistentRead: true })).toMatchObject({
      result: { v: 5 },
    });
    expect(await invoke({ operation: 'DeleteItem', key: key(1) })).toMatchObject({
      result: { id: 'a', v: 5 },
    });
    expect(await invoke({ operation: 'DeleteItem', key: key(1) })).toEqual({
      kind: 'answered',
      result: null,
      error: null,
    });
    expect(await invoke({ operation: 'GetItem', key: key(1) })).toEqual({
      kind: 'answered',
      result: null,
      error: null,
    });
  });

  it('reads numbers beyond what a double holds without a fault', async () => {
    expect(await put(1, { big: { N: '12345678901234567890' } })).toMatchObject({
      result: { big: 12345678901234567000 },
    });
  });

  it('D23 reads the stored item back when a condition fails', async () => {
    await put(1, { v: { N: 1 } });
    expect(await put(1, { v: { N: 2 } }, NOT_EXISTS)).toEqual({
      kind: 'answered',
      result: { id: 'a', sort: 1, v: 1 },
      error: {
        type: 'DynamoDB:ConditionalCheckFailedException',
        message: expect.stringContaining('The conditional request failed') as unknown,
      },
    });
  });

  it('D23 counts a put that would change nothing as done, but for attributes in equalsIgnore', async () => {
    await put(1, { v: { N: 1 }, at: { N: 1 } });
    expect(await put(1, { v: { N: '1.0' }, at: { N: 1 } }, NOT_EXISTS)).toMatchObject({ error: null });
    expect(await put(1, { v: { N: 1 }, at: { N: 2 } }, { ...NOT_EXISTS, equalsIgnore: ['at'] })).toEqual({
      kind: 'answered',
      result: { id: 'a', sort: 1, v: 1, at: 1 },
      error: null,
    });
  });

  it('D23 counts a conditional delete of nothing as done and never an update', async () => {
    const condition = { expression: 'attribute_exists(id)' };
    expect(await invoke({ operation: 'DeleteItem', key: key(9), condition })).toEqual({
      kind: 'answered',
      result: null,
      error: null,
    });
    const update = { expression: 'SET v = :v', expressionValues: { ':v': { N: 1 } } };
    expect(await invoke({ operation: 'UpdateItem', key: key(9), update, condition })).toMatchObject({
      result: null,
      error: { type: 'DynamoDB:ConditionalCheckFailedException' },
    });
  });

  it('refuses requests that it cannot read', async () => {
    expect(await invoke({})).toEqual({
      kind: 'refused',
      error: { type: 'MappingTemplate', message: "Value for field '$[operation]' not found." },
    });
    expect(await invoke({ operation: 'GetItem' })).toMatchObject({
      error: { message: "Value for field '$[key]' not found." },
    });
    const twoTypes = { operation: 'GetItem', key: { id: { S: 'a', N: 1 } } };
    expect(await invoke(twoTypes)).toMatchObject({ error: { message: "Unsupported element '$[key.id]'." } });
  });

  it("hands the service's exceptions on by name", async () => {
    expect(await invoke({ operation: 'GetItem', key: { wrong: { S: 'a' } } })).toMatchObject({
      kind: 'answered',
      error: { type: 'DynamoDB:ValidationException' },
    });
  });
});

describe('DynamoDB data source: pages', () => {
  const query = {
    operation: 'Query',
    query: { expression: 'id = :id', expressionValues: { ':id': { S: 'a' } } },
    limit: 2,
  };

  it('D27 gives an opaque nextToken that only the same resolver can use', async () => {
    for (const sort of [1, 2, 3]) await put(sort);
    const first = await invoke(query);
    const page =
      first.kind === 'answered' ? (first.result as { items: unknown[]; nextToken: string }) : undefined;
    expect(page?.items).toEqual([
      { id: 'a', sort: 1 },
      { id: 'a', sort: 2 },
    ]);
    const nextToken = page?.nextToken ?? '';
    expect(Buffer.from(nextToken, 'base64').toString('latin1')).not.toContain('sort');
    expect(await invoke({ ...query, nextToken })).toEqual({
      kind: 'answered',
      result: { items: [{ id: 'a', sort: 3 }], nextToken: null, scannedCount: 1 },
      error: null,
    });
    expect(await invoke({ ...query, nextToken }, 'Query.other')).toMatchObject({
      error: { message: 'Invalid pagination token given.' },
    });
  });

  it('counts what it scanned before the filter', async () => {
    for (const sort of [1, 2, 3]) await put(sort);
    const filter = { expression: 'sort > :s', expressionValues: { ':s': { N: 2 } } };
    expect(await invoke({ operation: 'Scan', filter })).toMatchObject({
      result: { items: [{ id: 'a', sort: 3 }], nextToken: null, scannedCount: 3 },
    });
    expect(await invoke({ ...query, limit: 10, scanIndexForward: false })).toMatchObject({
      result: { items: [{ sort: 3 }, { sort: 2 }, { sort: 1 }] },
    });
  });
});

describe('DynamoDB data source: batches and transactions', () => {
  it('D25 keeps the order of the request with nulls for what is missing', async () => {
    for (const sort of [1, 2]) await put(sort, { v: { N: sort * 10 } });
    const keys = [key(2), key(7), key(1)];
    expect(await invoke({ operation: 'BatchGetItem', tables: { items: { keys } } })).toEqual({
      kind: 'answered',
      result: {
        data: { items: [{ id: 'a', sort: 2, v: 20 }, null, { id: 'a', sort: 1, v: 10 }] },
        unprocessedKeys: { items: [] },
      },
      error: null,
    });
    const projection = { expression: '#v', expressionNames: { '#v': 'v' } };
    expect(
      await invoke({ operation: 'BatchGetItem', tables: { items: { keys, projection } } }),
    ).toMatchObject({
      result: { data: { items: [{ v: 20 }, null, { v: 10 }] } },
    });
  });

  it('D25 answers batch writes with items and keys in order', async () => {
    const items = [3, 4].map((sort) => ({ ...key(sort), v: { N: sort } }));
    expect(await invoke({ operation: 'BatchPutItem', tables: { items } })).toMatchObject({
      result: {
        data: {
          items: [
            { sort: 3, v: 3 },
            { sort: 4, v: 4 },
          ],
        },
        unprocessedItems: { items: [] },
      },
    });
    expect(await invoke({ operation: 'BatchDeleteItem', tables: { items: [key(4), key(3)] } })).toMatchObject(
      {
        result: {
          data: {
            items: [
              { id: 'a', sort: 4 },
              { id: 'a', sort: 3 },
            ],
          },
          unprocessedKeys: { items: [] },
        },
      },
    );
  });

  it('answers transactions with keys and items in request order', async () => {
    const update = { expression: 'SET v = :v', expressionValues: { ':v': { N: 2 } } };
    const write = {
      operation: 'TransactWriteItems',
      transactItems: [
        { operation: 'PutItem', table: 'items', key: key(1), attributeValues: { v: { N: 1 } } },
        { operation: 'UpdateItem', table: 'items', key: key(2), update },
        { operation: 'DeleteItem', table: 'items', key: key(3) },
        { operation: 'ConditionCheck', table: 'items', key: key(4), condition: NOT_EXISTS },
      ],
    };
    expect(await invoke(write)).toEqual({
      kind: 'answered',
      result: { keys: [1, 2, 3, 4].map((sort) => ({ id: 'a', sort })), cancellationReasons: null },
      error: null,
    });
    const transactItems = [2, 9].map((sort) => ({ table: 'items', key: key(sort) }));
    expect(await invoke({ operation: 'TransactGetItems', transactItems })).toMatchObject({
      result: { items: [{ id: 'a', sort: 2, v: 2 }, null], cancellationReasons: null },
    });
  });

  it('D26 gives reasons for each item of a cancelled transaction', async () => {
    await put(1, { v: { N: 1 } });
    const write = {
      operation: 'TransactWriteItems',
      transactItems: [
        { operation: 'PutItem', table: 'items', key: key(1), condition: NOT_EXISTS },
        { operation: 'PutItem', table: 'items', key: key(2) },
      ],
    };
    expect(await invoke(write)).toMatchObject({
      result: {
        keys: null,
        cancellationReasons: [
          {
            type: 'ConditionCheckFailed',
            message: 'The condition check failed.',
            item: { id: 'a', sort: 1, v: 1 },
          },
          { type: 'None', message: 'None' },
        ],
      },
      error: { type: 'DynamoDB:TransactionCanceledException' },
    });
  });
});

import { PutCommand, TransactGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordersTable, startTestDatabase, type TestDatabase } from './test-database.ts';

const TableName = 'orders';
let test: TestDatabase;
let nowEpochMs = Date.UTC(2026, 10, 21);

beforeAll(async () => {
  test = await startTestDatabase({ now: () => nowEpochMs });
  await test.database.call('CreateTable', ordersTable);
});
afterAll(() => test.stop());

const put = (Item: Record<string, unknown>) => test.documents.send(new PutCommand({ TableName, Item }));
type WriteInput = ConstructorParameters<typeof TransactWriteCommand>[0];
const write = (TransactItems: WriteInput['TransactItems'], ClientRequestToken?: string) =>
  test.documents.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
const read = async (...ids: string[]) => {
  const TransactItems = ids.map((id) => ({ Get: { TableName, Key: { id } } }));
  const { Responses = [] } = await test.documents.send(new TransactGetCommand({ TransactItems }));
  return Responses.map(({ Item }) => Item);
};

describe('TransactWriteItems', () => {
  it('does all or nothing, and says why for each action', async () => {
    await put({ id: 'stock', available: 1 });
    const attempt = write([
      { Put: { TableName, Item: { id: 'order' } } },
      {
        Update: {
          TableName,
          Key: { id: 'stock' },
          UpdateExpression: 'SET available = available - :n',
          ConditionExpression: 'available >= :n',
          ExpressionAttributeValues: { ':n': 2 },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      { ConditionCheck: { TableName, Key: { id: 'customer' }, ConditionExpression: 'attribute_exists(id)' } },
      { Delete: { TableName, Key: { wrong: 'key' } } },
    ]);
    await expect(attempt).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
        '[None, ConditionalCheckFailed, ConditionalCheckFailed, ValidationError]',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { id: { S: 'stock' }, available: { N: '1' } },
        },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
        { Code: 'ValidationError', Message: 'The provided key element does not match the schema' },
      ],
    });
    expect(await read('order', 'stock')).toEqual([undefined, { id: 'stock', available: 1 }]);
  });

  it('runs once for one token', async () => {
    await put({ id: 'counter', n: 0 });
    const add = (by: number) => [
      {
        Update: {
          TableName,
          Key: { id: 'counter' },
          UpdateExpression: 'ADD n :by',
          ExpressionAttributeValues: { ':by': by },
        },
      },
    ];
    await write(add(1), 'token-1');
    await write(add(1), 'token-1');
    expect(await read('counter')).toEqual([{ id: 'counter', n: 1 }]);
    await expect(write(add(2), 'token-1')).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    nowEpochMs += 11 * 60 * 1000;
    await write(add(1), 'token-1');
    expect(await read('counter')).toEqual([{ id: 'counter', n: 2 }]);
  });

  it('meets other writes as on AWS: single ones are refused, transactions are cancelled with a reason', async () => {
    await put({ id: 'contended', n: 0 });
    const set = (id: string) => ({
      Update: {
        TableName,
        Key: { id: { S: id } },
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      },
    });
    const refusals = new Map<string, unknown>();
    const note = (error: Error) => refusals.set(error.name, error);
    const later = async (ticks: number, operation: string, input: Record<string, unknown>) => {
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      await test.database.call(operation, input).catch(note);
    };
    // How long a transaction takes to begin is its own business, so the others come ever later.
    for (let ticks = 0; ticks < 40; ticks += 1) {
      await Promise.all([
        test.database.call('TransactWriteItems', { TransactItems: [set('contended')] }).catch(note),
        later(ticks, 'PutItem', { TableName, Item: { id: { S: 'contended' }, n: { N: '1' } } }),
        later(ticks, 'TransactWriteItems', { TransactItems: [set('free'), set('contended')] }),
        test.database.call('PutItem', { TableName, Item: { id: { S: 'unrelated' } } }),
      ]);
    }
    expect(refusals.get('TransactionConflictException')).toMatchObject({
      message: 'Transaction is ongoing for the item',
    });
    expect(refusals.get('TransactionCanceledException')).toMatchObject({
      message: expect.stringContaining('TransactionConflict') as string,
      body: {
        CancellationReasons: expect.arrayContaining([
          { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
        ]) as unknown,
      },
    });
    expect(refusals.size).toBe(2);
    expect(await read('contended')).toEqual([{ id: 'contended', n: 1 }]);
    await put({ id: 'contended', n: 2 });
  });

  it('is in progress for a token until it is done', async () => {
    const Put = { TableName, Item: { id: { S: 'token' } } };
    const send = () =>
      test.database.call('TransactWriteItems', { TransactItems: [{ Put }], ClientRequestToken: 'same' });
    const [first, second] = await Promise.allSettled([send(), send()]);
    expect(first?.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { name: 'TransactionInProgressException' } });
    expect(await send()).toEqual({});
  });

  it('refuses two actions on one item, and more than 100 actions', async () => {
    const Put = { TableName, Item: { id: 'same' } };
    await expect(write([{ Put }, { Put }])).rejects.toThrow(
      'Transaction request cannot include multiple operations on one item',
    );
    const many = Array.from({ length: 101 }, (_, at) => ({ Put: { TableName, Item: { id: String(at) } } }));
    await expect(write(many)).rejects.toThrow('Member must have length less than or equal to 100');
    await expect(write([{ Put: { TableName: 'nowhere', Item: { id: '1' } } }])).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

it('keeps sums through concurrent conditional transfers, and readers see no half of one', async () => {
  const accounts = Array.from({ length: 8 }, (_, at) => `account${at}`);
  for (const id of accounts) await put({ id, status: 'account', createdAt: 1, balance: 100 });
  const random = seededRandom(20261121);
  const pick = () => accounts[Math.floor(random() * accounts.length)] ?? '';
  const move = (id: string, by: number) => ({
    Update: {
      TableName,
      Key: { id: { S: id } },
      UpdateExpression: 'SET balance = balance + :by',
      ConditionExpression: 'balance >= :least',
      ExpressionAttributeValues: { ':by': { N: String(by) }, ':least': { N: String(-by) } },
    },
  });
  const sums: number[] = [];
  let cancelled = 0;
  const transfers = async () => {
    for (let step = 0; step < 40; step += 1) {
      const [from, to, amount] = [pick(), pick(), 1 + Math.floor(random() * 80)];
      if (from === to) continue;
      const TransactItems = [move(from, -amount), move(to, amount)];
      await test.database.call('TransactWriteItems', { TransactItems }).catch((error: Error) => {
        if (error.name !== 'TransactionCanceledException') throw error;
        cancelled += 1;
      });
    }
  };
  const readers = async () => {
    for (let step = 0; step < 30; step += 1) {
      sums.push((await read(...accounts)).reduce((sum, item) => sum + Number(item?.balance), 0));
    }
  };
  await Promise.all([...Array.from({ length: 12 }, transfers), readers(), readers()]);
  expect(new Set(sums)).toEqual(new Set([800]));
  expect(cancelled).toBeGreaterThan(0);
  const { Items } = await test.database.call('Query', {
    TableName,
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :s',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': { S: 'account' } },
  });
  const { Items: stored } = await test.database.call('Scan', {
    TableName,
    FilterExpression: 'attribute_exists(balance)',
  });
  const byId = (items: unknown) =>
    (items as { id: { S: string } }[]).sort((left, right) => left.id.S.localeCompare(right.id.S));
  expect(byId(Items)).toEqual(byId(stored));
});

/** Park and Miller's generator: the same numbers in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ItemChange } from './contract.ts';
import { startTestDatabase, type TestDatabase } from './test-database.ts';

const TableName = 'items';
let test: TestDatabase;

beforeAll(async () => {
  test = await startTestDatabase();
  await test.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
});
afterAll(() => test.stop());

const put = (Item: Record<string, unknown>) => test.documents.send(new PutCommand({ TableName, Item }));
const get = async (id: string) =>
  (await test.documents.send(new GetCommand({ TableName, Key: { id } }))).Item;
const update = (id: string, input: Record<string, unknown>) =>
  test.documents.send(new UpdateCommand({ TableName, Key: { id }, ...input }));

describe('tables', () => {
  it('are active when CreateTable answers', async () => {
    const { Table } = await test.client.send(new DescribeTableCommand({ TableName }));
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.TableArn).toBe('arn:aws:dynamodb:us-east-1:000000000000:table/items');
  });

  it('are missing by name', async () => {
    const failure = test.client.send(new DescribeTableCommand({ TableName: 'nowhere' }));
    await expect(failure).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Requested resource not found: Table: nowhere not found',
    });
  });
});

describe('PutItem, GetItem, DeleteItem', () => {
  it('keep every type', async () => {
    const item = {
      id: 'types',
      text: '',
      number: 12.5,
      flag: false,
      nothing: null,
      list: [1, 'a', [true]],
      map: { deep: { deeper: 'x' } },
      texts: new Set(['a', 'b']),
      bytes: new Uint8Array([1, 2, 255]),
    };
    await put(item);
    expect(await get('types')).toEqual(item);
  });

  it('refuse what a condition forbids, with the stored item when asked', async () => {
    await put({ id: 'taken', owner: 'ann' });
    const again = new PutCommand({
      TableName,
      Item: { id: 'taken', owner: 'bob' },
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(test.documents.send(again)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { id: { S: 'taken' }, owner: { S: 'ann' } },
    });
    expect(await get('taken')).toEqual({ id: 'taken', owner: 'ann' });
  });

  it('return the old item', async () => {
    await put({ id: 'gone', size: 1 });
    const removal = new DeleteCommand({ TableName, Key: { id: 'gone' }, ReturnValues: 'ALL_OLD' });
    expect((await test.documents.send(removal)).Attributes).toEqual({ id: 'gone', size: 1 });
    expect(await get('gone')).toBeUndefined();
  });

  it('name what is wrong with a key', async () => {
    await expect(put({ no: 'key' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'One or more parameter values were invalid: Missing the key id in the item',
    });
    const wrong = new GetCommand({ TableName, Key: { id: 1 } });
    await expect(test.documents.send(wrong)).rejects.toThrow(
      'The provided key element does not match the schema',
    );
  });

  it('count item sizes in bytes of UTF-8', async () => {
    await put({ id: 'small', text: 'é'.repeat(200_000) });
    await expect(put({ id: 'large', text: 'é'.repeat(210_000) })).rejects.toThrow(
      'Item size has exceeded the maximum allowed size',
    );
  });
});

describe('conditions', () => {
  const item = {
    flag: false,
    blank: '',
    amount: 0,
    parts: [1, { a: 2 }],
    nested: { a: 1, b: [2] },
    words: 'abc',
  };
  const values: Record<string, unknown> = {
    ':flag': false,
    ':one': 1,
    ':two': 2,
    ':blank': '',
    ':abc': 'abc',
    ':b': 'b',
    ':BOOL': 'BOOL',
    ':nested': { b: [2], a: 1 },
  };
  beforeEach(() => put({ id: 'c', ...item }));

  it.each([
    ['flag IN (:flag, :one)', true],
    ['blank BETWEEN :blank AND :abc', true],
    ['attribute_type(flag, :BOOL)', true],
    ['amount < :one AND NOT amount > :one', true],
    ['nested = :nested', true],
    ['parts[1].a = :two', true],
    ['contains(parts, :one) AND contains(words, :b)', true],
    ['begins_with(words, :abc)', true],
    ['size(parts) = :two', true],
    ['absent = :one', false],
    ['absent <> :one', true],
    ['amount BETWEEN absent AND :one', false],
    ['absent IN (:one)', false],
    ['words > :one', false],
  ])('%s is %s', async (condition, expected) => {
    const used = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(condition));
    const attempt = update('c', {
      UpdateExpression: 'SET touched = if_not_exists(touched, amount)',
      ConditionExpression: condition,
      ExpressionAttributeValues: used.length > 0 ? Object.fromEntries(used) : undefined,
    });
    const outcome = await attempt.then(
      () => 'updated',
      (error: Error) => error.name,
    );
    expect(outcome).toBe(expected ? 'updated' : 'ConditionalCheckFailedException');
  });
});

describe('UpdateItem', () => {
  it('adds, sets, removes and returns what changed', async () => {
    await put({ id: 'u', count: 1, stale: true, tags: new Set(['a']) });
    const { Attributes } = await update('u', {
      UpdateExpression: 'SET name1 = :name REMOVE stale ADD #count :one, tags :tags',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':name': 'x', ':one': 1, ':tags': new Set(['b']) },
      ReturnValues: 'ALL_NEW',
    });
    expect(Attributes).toEqual({ id: 'u', count: 2, name1: 'x', tags: new Set(['a', 'b']) });
  });

  it('sets a map inside itself without a cycle', async () => {
    await put({ id: 'm', m: { a: 1 } });
    await update('m', { UpdateExpression: 'SET m.x = m' });
    expect(await get('m')).toEqual({ id: 'm', m: { a: 1, x: { a: 1 } } });
  });

  it('removes list elements by their old positions', async () => {
    await put({ id: 'l', l: ['a', 'b', 'c', 'd'] });
    await update('l', { UpdateExpression: 'REMOVE l[0], l[1]' });
    expect(await get('l')).toEqual({ id: 'l', l: ['c', 'd'] });
  });

  it('creates the item, and leaves Attributes out when there are none', async () => {
    const input = {
      UpdateExpression: 'SET a = :a',
      ExpressionAttributeValues: { ':a': 1 },
      ReturnValues: 'UPDATED_OLD',
    };
    const response = await update('new', input);
    expect(response.Attributes).toBeUndefined();
    expect(await get('new')).toEqual({ id: 'new', a: 1 });
  });

  it('refuses a path that is not there, and a change of the key', async () => {
    await put({ id: 'bad' });
    const values = { ExpressionAttributeValues: { ':a': 'x' } };
    await expect(update('bad', { UpdateExpression: 'SET a.b = :a', ...values })).rejects.toThrow(
      'The document path provided in the update expression is invalid for update',
    );
    await expect(update('bad', { UpdateExpression: 'SET id = :a', ...values })).rejects.toThrow(
      'Cannot update attribute id. This attribute is part of the key',
    );
  });
});

describe('batches', () => {
  it('write and read across keys', async () => {
    const requests = Array.from({ length: 25 }, (_, at) => ({ PutRequest: { Item: { id: `b${at}`, at } } }));
    await test.documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    const Keys = [{ id: 'b1' }, { id: 'b24' }, { id: 'absent' }];
    const { Responses } = await test.documents.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
    );
    expect(Responses?.[TableName]).toEqual([
      { id: 'b1', at: 1 },
      { id: 'b24', at: 24 },
    ]);
  });

  it('keep the limits of 25 writes, 100 reads and distinct keys', async () => {
    const writes = (count: number, id: (at: number) => string) => ({
      [TableName]: Array.from({ length: count }, (_, at) => ({ DeleteRequest: { Key: { id: id(at) } } })),
    });
    const tooMany = test.documents.send(new BatchWriteCommand({ RequestItems: writes(26, String) }));
    await expect(tooMany).rejects.toThrow('Member must have length less than or equal to 25');
    const same = test.documents.send(new BatchWriteCommand({ RequestItems: writes(2, () => 'same') }));
    await expect(same).rejects.toThrow('Provided list of item keys contains duplicates');
    const Keys = Array.from({ length: 101 }, (_, at) => ({ id: String(at) }));
    const reads = test.documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
    await expect(reads).rejects.toThrow('Member must have length less than or equal to 100');
  });
});

it('tells of changes once they are committed', async () => {
  const changes: ItemChange[] = [];
  const stop = test.database.onChange((change) => changes.push(change));
  await put({ id: 'e', n: 1 });
  await put({ id: 'e', n: 1 });
  await put({ id: 'e', n: 2 });
  await test.documents.send(new DeleteCommand({ TableName, Key: { id: 'e' } }));
  stop();
  await put({ id: 'e', n: 3 });
  expect(changes.map(({ before, after }) => [before?.n?.N, after?.n?.N])).toEqual([
    [undefined, '1'],
    ['1', '2'],
    ['2', undefined],
  ]);
  expect(changes[0]).toMatchObject({ tableName: TableName, keys: { id: { S: 'e' } }, cause: 'request' });
});

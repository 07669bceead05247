import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDynamoDb } from './open-dynamodb.ts';
import type { DynamoDb } from './contract.ts';

const TableName = 'limits';
let database: DynamoDb;

beforeAll(async () => {
  database = await openDynamoDb();
  await database.call('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'sort', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'id', KeyType: 'HASH' },
      { AttributeName: 'sort', KeyType: 'RANGE' },
    ],
  });
});
afterAll(() => database.stop());

const Key = { id: { S: 'a' }, sort: { S: 'a' } };
const text = (length: number) => 'x'.repeat(length);
const nested = (levels: number): Record<string, unknown> =>
  levels === 0 ? { S: 'end' } : { L: [nested(levels - 1)] };
const put = (more: Record<string, unknown>) => ({ TableName, Item: { ...Key, ...more } });
const keys = (count: number) => Array.from({ length: count }, (_, at) => ({ ...Key, sort: { S: `${at}` } }));
const update = (more: Record<string, unknown>) => ({ TableName, Key, ...more });
const gets = (count: number) => keys(count).map((each) => ({ Get: { TableName, Key: each } }));

it.each([
  ['a hash key of 2,048 bytes', 'PutItem', put({ id: { S: text(2048) } })],
  ['a range key of 1,024 bytes', 'PutItem', put({ sort: { S: text(1024) } })],
  ['32 levels', 'PutItem', put({ deep: nested(32) })],
  ['an item of 400 KB', 'PutItem', put({ data: { S: text(409_600 - 'idasortadata'.length) } })],
  ['38 digits', 'PutItem', put({ n: { N: '1'.repeat(38) } })],
  ['the largest magnitude', 'PutItem', put({ n: { N: '9.9999999999999999999999999999999999999E+125' } })],
  [
    'thousands of attributes',
    'PutItem',
    put(Object.fromEntries(keys(5000).map((_, at) => [`a${at}`, { N: '1' }]))),
  ],
  ['100 keys', 'BatchGetItem', { RequestItems: { [TableName]: { Keys: keys(100) } } }],
  ['100 reads', 'TransactGetItems', { TransactItems: gets(100) }],
  ['a million segments', 'Scan', { TableName, Segment: 0, TotalSegments: 1_000_000 }],
  [
    'a condition of 4 KB',
    'PutItem',
    { ...put({}), ConditionExpression: `attribute_not_exists(${text(4074)})` },
  ],
])('takes %s', async (_name, operation, input) => {
  expect(await database.call(operation, input)).toEqual(expect.any(Object));
});

it.each([
  [
    'a longer hash key',
    'PutItem',
    put({ id: { S: text(2049) } }),
    'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  ],
  [
    'a longer range key',
    'PutItem',
    put({ sort: { S: text(1025) } }),
    'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  ],
  [
    'an empty key',
    'PutItem',
    put({ id: { S: '' } }),
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id',
  ],
  ['33 levels', 'PutItem', put({ deep: nested(33) }), 'Nesting Levels have exceeded supported limits'],
  [
    '33 levels in a batch',
    'BatchWriteItem',
    { RequestItems: { [TableName]: [{ PutRequest: { Item: { ...Key, deep: nested(33) } } }] } },
    'Nesting Levels have exceeded supported limits',
  ],
  [
    '33 levels in a value',
    'UpdateItem',
    update({ UpdateExpression: 'SET deep = :v', ExpressionAttributeValues: { ':v': nested(33) } }),
    'Nesting Levels have exceeded supported limits',
  ],
  [
    'a larger item',
    'PutItem',
    put({ data: { S: text(409_600) } }),
    'Item size has exceeded the maximum allowed size',
  ],
  [
    'an update to a larger item',
    'UpdateItem',
    update({ UpdateExpression: 'SET b = :v', ExpressionAttributeValues: { ':v': { S: text(409_600) } } }),
    'Item size to update has exceeded the maximum allowed size',
  ],
  [
    'a larger item in a batch',
    'BatchWriteItem',
    { RequestItems: { [TableName]: [{ PutRequest: { Item: { ...Key, data: { S: text(409_600) } } } }] } },
    'Item size has exceeded the maximum allowed size',
  ],
  [
    '39 digits',
    'PutItem',
    put({ n: { N: '1'.repeat(39) } }),
    'Attempting to store more than 38 significant digits in a Number',
  ],
  [
    'a larger magnitude',
    'PutItem',
    put({ n: { N: '1E+126' } }),
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  ],
  [
    'no number',
    'PutItem',
    put({ n: { N: 'one' } }),
    'The parameter cannot be converted to a numeric value: one',
  ],
  [
    'an empty set',
    'PutItem',
    put({ tags: { SS: [] } }),
    'One or more parameter values were invalid: An string set  may not be empty',
  ],
  [
    'duplicates in a set',
    'PutItem',
    put({ tags: { SS: ['a', 'a'] } }),
    'One or more parameter values were invalid: Input collection [a, a] contains duplicates.',
  ],
  [
    'a longer expression',
    'PutItem',
    { ...put({}), ConditionExpression: `attribute_exists(${text(4096)})` },
    'Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4114',
  ],
  [
    'a reserved word',
    'UpdateItem',
    update({ UpdateExpression: 'SET status = :v', ExpressionAttributeValues: { ':v': { S: 'a' } } }),
    'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status',
  ],
  [
    'an unused value',
    'UpdateItem',
    update({ UpdateExpression: 'REMOVE a', ExpressionAttributeValues: { ':v': { S: 'a' } } }),
    'Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}',
  ],
  [
    'a value that is not defined',
    'UpdateItem',
    update({ UpdateExpression: 'SET a = :v' }),
    'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :v',
  ],
  [
    'overlapping paths',
    'UpdateItem',
    update({ UpdateExpression: 'SET a = :v, a.b = :v', ExpressionAttributeValues: { ':v': { S: 'a' } } }),
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
  ],
  [
    'old and new parameters together',
    'PutItem',
    { ...put({}), ConditionExpression: 'attribute_exists(id)', Expected: { id: { Exists: false } } },
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}',
  ],
  [
    '101 keys',
    'BatchGetItem',
    { RequestItems: { [TableName]: { Keys: keys(101) } } },
    'Member must have length less than or equal to 100',
  ],
  [
    '101 reads',
    'TransactGetItems',
    { TransactItems: gets(101) },
    'Member must have length less than or equal to 100',
  ],
  [
    'a million and one segments',
    'Scan',
    { TableName, Segment: 0, TotalSegments: 1_000_001 },
    'Member must have value less than or equal to 1000000',
  ],
  [
    'a segment beyond the last',
    'Scan',
    { TableName, Segment: 2, TotalSegments: 2 },
    'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2',
  ],
  ['a limit of 0', 'Scan', { TableName, Limit: 0 }, 'Member must have value greater than or equal to 1'],
  [
    'a query without the hash key',
    'Query',
    { TableName, KeyConditionExpression: 'sort = :v', ExpressionAttributeValues: { ':v': { S: 'a' } } },
    'Query condition missed key schema element: id',
  ],
  [
    'a filter on a key',
    'Query',
    {
      TableName,
      KeyConditionExpression: 'id = :v',
      FilterExpression: 'sort = :v',
      ExpressionAttributeValues: { ':v': { S: 'a' } },
    },
    'Filter Expression can only contain non-primary key attributes: Primary key attribute: sort',
  ],
  [
    'an index that is not there',
    'Scan',
    { TableName, IndexName: 'byName' },
    'The table does not have the specified index: byName',
  ],
])('refuses %s in the words of AWS', async (_name, operation, input, message) => {
  await expect(database.call(operation, input)).rejects.toMatchObject({
    name: 'ValidationException',
    statusCode: 400,
    message: expect.stringContaining(message) as string,
  });
});

it.each(['ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction'])(
  'has no PartiQL: %s',
  async (operation) => {
    await expect(database.call(operation, { Statement: 'SELECT * FROM limits' })).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('PartiQL') as string,
    });
  },
);

it('refuses transactions of more than 4 MB, to write and to read', async () => {
  const items = keys(11).map((key) => ({ ...key, data: { S: text(400_000) } }));
  const Puts = items.map((Item) => ({ Put: { TableName, Item } }));
  await expect(database.call('TransactWriteItems', { TransactItems: Puts })).rejects.toThrow('4 MB');
  await database.importItems(TableName, items);
  await expect(database.call('TransactGetItems', { TransactItems: gets(11) })).rejects.toThrow('4 MB');
});

it('answers a batch of more than 16 MB in part, with the keys that are left', async () => {
  await database.importItems(
    TableName,
    keys(60).map((key) => ({ ...key, data: { S: text(400_000) } })),
  );
  const ids: unknown[] = [];
  let RequestItems: unknown = { [TableName]: { Keys: keys(60) } };
  let rounds = 0;
  while (Object.keys(RequestItems as object).length > 0) {
    const answer = await database.call('BatchGetItem', { RequestItems });
    ids.push(...((answer.Responses as Record<string, unknown[]>)[TableName] ?? []));
    RequestItems = answer.UnprocessedKeys;
    rounds += 1;
  }
  expect([ids.length, rounds]).toEqual([60, 2]);
});

/** Requests line by line as the AppSync developer guide has them: projections, filters, segments, base64, refusals. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type DynamoDb, ensureTable, openDynamoDb } from '../../dynamodb/embedded.ts';
import { createDynamoDbDataSource } from './dynamodb-data-source.ts';

const dynamodb: DynamoDb = await openDynamoDb();
afterAll(() => dynamodb.stop());

const TABLE = {
  TableName: 'notes',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'N' },
    { AttributeName: 'owner', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' },
    { AttributeName: 'at', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byOwner',
      KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

const source = createDynamoDbDataSource({
  name: 'notes',
  tableName: 'notes',
  apiId: 'api',
  dynamodb,
  handlers: {
    lambda: { invoke: () => Promise.reject(new Error('there is no function')) },
    awsRegion: 'eu-west-1',
    role: undefined,
  },
});
const invoke = (request: unknown) => source.invoke(request, { resolver: 'Query.notes', requestId: 'r' });
const key = (at: number) => ({ id: { S: 'a' }, at: { N: at } });

beforeEach(async () => {
  await dynamodb.call('DeleteTable', { TableName: 'notes' }).catch(() => undefined);
  await ensureTable(dynamodb, TABLE, undefined);
  for (const at of [1, 2, 3]) {
    const attributeValues = {
      owner: { S: at < 3 ? 'ann' : 'bob' },
      text: { S: `note ${at}` },
      size: { N: at },
    };
    await invoke({ operation: 'PutItem', key: key(at), attributeValues });
  }
});

const projection = { expression: '#t', expressionNames: { '#t': 'text' } };
const query = {
  operation: 'Query',
  query: { expression: 'id = :id', expressionValues: { ':id': { S: 'a' } } },
};
const byOwner = {
  operation: 'Query',
  index: 'byOwner',
  query: {
    expression: '#o = :o',
    expressionNames: { '#o': 'owner' },
    expressionValues: { ':o': { S: 'ann' } },
  },
};

describe('reads', () => {
  it.each([
    ['GetItem with a projection', { operation: 'GetItem', key: key(1), projection }, { text: 'note 1' }],
    [
      'Query with a projection and select',
      { ...query, projection, select: 'SPECIFIC_ATTRIBUTES', limit: 1 },
      { items: [{ text: 'note 1' }], scannedCount: 1 },
    ],
    [
      'Query backwards with a filter',
      {
        ...query,
        scanIndexForward: false,
        filter: { expression: 'size < :n', expressionValues: { ':n': { N: 3 } } },
      },
      { message: 'Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: size' },
    ],
    [
      'Query backwards with a filter on a reserved name',
      {
        ...query,
        scanIndexForward: false,
        filter: {
          expression: '#s < :n',
          expressionNames: { '#s': 'size' },
          expressionValues: { ':n': { N: 3 } },
        },
      },
      { items: [{ at: 2 }, { at: 1 }], scannedCount: 3, nextToken: null },
    ],
    [
      'Query of an index that projects keys',
      { ...byOwner, select: 'ALL_PROJECTED_ATTRIBUTES' },
      { items: [{ id: 'a', at: 1, owner: 'ann' }, { at: 2 }] },
    ],
    [
      'Query of an index, consistently',
      { ...byOwner, consistentRead: true },
      { message: 'Consistent reads are not supported on global secondary indexes' },
    ],
    ['Scan of an index', { operation: 'Scan', index: 'byOwner' }, { scannedCount: 3 }],
    ['Scan to a limit', { operation: 'Scan', limit: 1, consistentRead: true }, { scannedCount: 1 }],
    [
      'TransactGetItems with a projection',
      { operation: 'TransactGetItems', transactItems: [{ table: 'notes', key: key(2), projection }] },
      { items: [{ text: 'note 2' }], cancellationReasons: null },
    ],
    [
      'BatchGetItem in the short form, consistently in the long one',
      { operation: 'BatchGetItem', tables: { notes: [key(9), key(3)] } },
      { data: { notes: [null, { text: 'note 3' }] }, unprocessedKeys: { notes: [] } },
    ],
  ])('%s', async (_name, request, expected) => {
    const answer = await invoke(request);
    const { error, result } = answer.kind === 'answered' ? answer : { error: answer.error, result: null };
    const message =
      'message' in expected ? { message: expect.stringContaining(String(expected.message)) as string } : null;
    if (message === null) expect(result).toMatchObject(expected);
    expect(error).toEqual(message === null ? null : expect.objectContaining(message));
  });

  it('scans in segments that make up the whole', async () => {
    const segments = await Promise.all(
      [0, 1, 2].map((segment) => invoke({ operation: 'Scan', segment, totalSegments: 3 })),
    );
    const counts = segments.map((answer) =>
      answer.kind === 'answered' ? (answer.result as { items: unknown[] }).items.length : -1,
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  });
});

it('reads base64 leniently and gives it back exactly', async () => {
  const attributeValues = { data: { B: 'aGVs\r\nbG8' }, more: { BS: ['aGVsbG8'] } };
  expect(await invoke({ operation: 'PutItem', key: key(4), attributeValues })).toMatchObject({
    result: { data: 'aGVsbG8=', more: ['aGVsbG8='] },
    error: null,
  });
});

it('reads the item back at a failed condition unless a transaction must not show it', async () => {
  const condition = { expression: 'attribute_not_exists(id)', returnValuesOnConditionCheckFailure: false };
  const transactItems = [{ operation: 'DeleteItem', table: 'notes', key: key(1), condition }];
  const answer = await invoke({ operation: 'TransactWriteItems', transactItems });
  expect(answer).toMatchObject({
    result: {
      keys: null,
      cancellationReasons: [{ type: 'ConditionCheckFailed', message: 'The condition check failed.' }],
    },
  });
  expect(JSON.stringify(answer)).not.toContain('note 1');
  const asText = [{ ...transactItems[0], condition: JSON.stringify(condition) }];
  expect(await invoke({ operation: 'TransactWriteItems', transactItems: asText })).toEqual(answer);
});

it('takes conditions and filters as the text that util.transform returns', async () => {
  const condition =
    '{"expression":"(attribute_not_exists(#id))","expressionNames":{"#id":"id"},"expressionValues":{}}';
  expect(await invoke({ operation: 'DeleteItem', key: key(1), condition })).toMatchObject({
    error: { type: 'DynamoDB:ConditionalCheckFailedException' },
    result: { text: 'note 1' },
  });
  const filter =
    '{"expression":"(#o = :o)","expressionNames":{"#o":"owner"},"expressionValues":{":o":{"S":"bob"}}}';
  expect(await invoke({ operation: 'Scan', filter })).toMatchObject({
    result: { items: [{ text: 'note 3' }] },
  });
  expect(await invoke({ operation: 'Scan', filter: 'owner = bob' })).toMatchObject({ kind: 'refused' });
});

it('answers a put that a condition refuses, but that would change nothing, as done', async () => {
  const attributeValues = { owner: { S: 'ann' }, text: { S: 'note 1' }, size: { N: 7 } };
  const expression = 'attribute_not_exists(id)';
  const put = (condition: Record<string, unknown>) =>
    invoke({ operation: 'PutItem', key: key(1), attributeValues, condition: { expression, ...condition } });
  expect(await put({ equalsIgnore: ['size'], consistentRead: false })).toMatchObject({
    error: null,
    result: { size: 1 },
  });
  expect(await put({})).toMatchObject({
    error: { type: 'DynamoDB:ConditionalCheckFailedException' },
    result: { size: 1 },
  });
});

it.each([
  ['Sync', { operation: 'Sync' }, 'Unsupported operation "Sync": versioned data sources'],
  [
    'a version',
    { operation: 'DeleteItem', key: key(1), _version: 1 },
    "'$[_version]': versioned data sources",
  ],
  [
    'a strategy for failed conditions that AppSync has not',
    {
      operation: 'DeleteItem',
      key: key(1),
      condition: { expression: 'attribute_exists(id)', conditionalCheckFailedHandler: { strategy: 'Ask' } },
    },
    'Unsupported conditionalCheckFailedHandler strategy "Ask".',
  ],
  [
    'a strategy Custom without a function',
    {
      operation: 'DeleteItem',
      key: key(1),
      condition: {
        expression: 'attribute_exists(id)',
        conditionalCheckFailedHandler: { strategy: 'Custom' },
      },
    },
    "'$[condition.conditionalCheckFailedHandler.lambdaArn]' not found",
  ],
  ['an operation that AppSync has not', { operation: 'Explode' }, 'Unsupported operation "Explode".'],
  ['no key', { operation: 'GetItem' }, "Value for field '$[key]' not found."],
  ['a list for a table', { operation: 'BatchGetItem', tables: [] }, "Value for field '$[tables]' not found."],
  ['text for a member', { operation: 'TransactGetItems', transactItems: ['a'] }, "'$[transactItems][0]'"],
  [
    'a number for binary',
    { operation: 'PutItem', key: key(1), attributeValues: { a: { B: 1 } } },
    "'$[attributeValues.a]'",
  ],
])('refuses %s clearly', async (_name, request, message) => {
  expect(await invoke(request)).toMatchObject({
    kind: 'refused',
    error: { type: 'MappingTemplate', message: expect.stringContaining(message) as string },
  });
});

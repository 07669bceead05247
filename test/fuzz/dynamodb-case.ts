/** Calls of the DynamoDB HTTP API: damaged requests of every operation, and what they may be answered with. */
import { demand, demandNoInternals } from './finding.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';
import { randomJson } from './random-json.ts';

const TABLE = 'fuzz';
const Key = { id: { S: 'a' }, sort: { N: '1' } };
const item = {
  ...Key,
  status: { S: 'open' },
  tags: { SS: ['x'] },
  deep: { M: { list: { L: [{ N: '1' }] } } },
};
const names = { ExpressionAttributeNames: { '#s': 'status' } };
const values = { ExpressionAttributeValues: { ':v': { S: 'open' }, ':n': { N: '1' } } };
const condition = { ConditionExpression: '#s = :v OR deep.list[0] < :n', ...names, ...values };
const AttributeDefinitions = ['id', 'sort', 'status'].map((AttributeName) => ({
  AttributeName,
  AttributeType: AttributeName === 'sort' ? 'N' : 'S',
}));
const KeySchema = [
  { AttributeName: 'id', KeyType: 'HASH' },
  { AttributeName: 'sort', KeyType: 'RANGE' },
];
const index = {
  IndexName: 'byStatus',
  KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};

/** What the cases work on; sent once before them. */
export const CREATE_TABLE = {
  TableName: TABLE,
  AttributeDefinitions,
  KeySchema,
  GlobalSecondaryIndexes: [index],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

const VALID: readonly (readonly [operation: string, input: Readonly<Record<string, unknown>>])[] = [
  ['PutItem', { TableName: TABLE, Item: item, ReturnValues: 'ALL_OLD', ...condition }],
  ['GetItem', { TableName: TABLE, Key, ProjectionExpression: '#s, deep.list[0]', ...names }],
  ['DeleteItem', { TableName: TABLE, Key, Expected: { status: { Value: { S: 'open' } } } }],
  [
    'UpdateItem',
    {
      TableName: TABLE,
      Key,
      UpdateExpression: 'SET #s = :v, deep.x = if_not_exists(deep.x, :n) + :n REMOVE tags ADD c :n',
      ...names,
      ...values,
      ReturnValues: 'UPDATED_NEW',
    },
  ],
  [
    'Query',
    {
      TableName: TABLE,
      IndexName: 'byStatus',
      KeyConditionExpression: '#s = :v',
      FilterExpression: 'size(tags) > :n AND contains(tags, :v)',
      ...names,
      ...values,
      Limit: 5,
      ExclusiveStartKey: { ...Key, status: { S: 'open' } },
    },
  ],
  ['Scan', { TableName: TABLE, Segment: 1, TotalSegments: 4, ReturnConsumedCapacity: 'INDEXES' }],
  [
    'Scan',
    {
      TableName: TABLE,
      ScanFilter: { status: { ComparisonOperator: 'IN', AttributeValueList: [{ S: 'a' }] } },
    },
  ],
  ['BatchGetItem', { RequestItems: { [TABLE]: { Keys: [Key], ProjectionExpression: 'id' } } }],
  ['BatchWriteItem', { RequestItems: { [TABLE]: [{ PutRequest: { Item: item } }] } }],
  ['TransactGetItems', { TransactItems: [{ Get: { TableName: TABLE, Key } }] }],
  [
    'TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName: TABLE, Item: item } },
        { ConditionCheck: { TableName: TABLE, Key: { ...Key, sort: { N: '2' } }, ...condition } },
      ],
      ClientRequestToken: 'token',
    },
  ],
  ['CreateTable', { ...CREATE_TABLE, TableName: 'other' }],
  [
    'UpdateTable',
    { TableName: 'other', AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: index }] },
  ],
  [
    'UpdateTimeToLive',
    { TableName: 'other', TimeToLiveSpecification: { Enabled: true, AttributeName: 'at' } },
  ],
  ['DescribeTable', { TableName: TABLE }],
  ['DescribeTimeToLive', { TableName: TABLE }],
  ['DeleteTable', { TableName: 'other' }],
  ['ListTables', { Limit: 1, ExclusiveStartTableName: 'aaa' }],
  [
    'TagResource',
    {
      ResourceArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${TABLE}`,
      Tags: [{ Key: 'a', Value: 'b' }],
    },
  ],
  ['ListStreams', { TableName: TABLE, Limit: 1 }],
  ['DescribeStream', { StreamArn: 'arn', Limit: 1 }],
  ['GetShardIterator', { StreamArn: 'arn', ShardId: 's', ShardIteratorType: 'LATEST' }],
  ['GetRecords', { ShardIterator: 'arn|1|eyJhZnRlciI6MSwiYXRNcyI6MX0=', Limit: 1 }],
  ['ExecuteStatement', { Statement: 'SELECT * FROM fuzz' }],
];

export interface DynamoDbCase {
  readonly target: string;
  readonly body: string;
}

export function dynamoDbCase(random: Random): DynamoDbCase {
  const [operation, input] = random.pick(VALID);
  const version = random.pick(['DynamoDB_20120810', 'DynamoDBStreams_20120810']);
  const name = random.chance(0.05) ? random.pick(['', 'constructor', '__proto__', 'Nothing']) : operation;
  return { target: `${version}.${name}`, body: damaged(input, random) };
}

function damaged(input: Readonly<Record<string, unknown>>, random: Random): string {
  const way = random.below(4);
  if (way === 0) return mutateText(JSON.stringify(input), random);
  if (way === 1) return JSON.stringify(replaceSomewhere(input, random));
  // The expressions themselves, so that the rest of the request reaches the parsers.
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(input).map(([member, value]) => [
        member,
        typeof value === 'string' && member.endsWith('Expression') ? mutateText(value, random) : value,
      ]),
    ),
    way === 2 ? undefined : (_name, value: unknown) => (random.chance(0.05) ? randomJson(random) : value),
  );
}

/** Another value in place of one member, at any depth. */
function replaceSomewhere(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.2)) return randomJson(random);
  if (Array.isArray(value)) return value.map((member: unknown) => replaceSomewhere(member, random));
  const chosen = random.pick([...Object.keys(value), 'unknown']);
  return {
    ...value,
    [chosen]: replaceSomewhere((value as Record<string, unknown>)[chosen], random),
  };
}

/** @throws Finding when the answer is not one that DynamoDB could give */
export async function runDynamoDbCase(url: string, { target, body }: DynamoDbCase): Promise<void> {
  const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' };
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  demand(response.status === 200 || response.status === 400, `status ${response.status}: ${text}`);
  demandNoInternals(text);
  const answer: unknown = JSON.parse(text);
  demand(typeof answer === 'object' && answer !== null && !Array.isArray(answer), 'no object');
  if (response.status === 200) return;
  demand('__type' in answer && /#[A-Z]\w+$/.test(String(answer.__type)), 'no type of error');
}

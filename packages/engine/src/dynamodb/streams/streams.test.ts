import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type ShardIteratorType,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams';
import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDynamoDb } from '../open-dynamodb.ts';
import { ordersTable, startTestDatabase, type TestDatabase } from '../test-database.ts';
import { MAX_STREAM_RECORDS } from './stream-limits.ts';

const TableName = 'orders';
const DAY_MS = 24 * 60 * 60 * 1000;
let nowEpochMs = 0;
let test: TestDatabase;
let streams: DynamoDBStreamsClient;

beforeEach(async () => {
  nowEpochMs = Date.UTC(2026, 10, 21, 7);
  test = await startTestDatabase({ now: () => nowEpochMs, timeToLiveSweepMs: 5 });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  streams = new DynamoDBStreamsClient({
    endpoint: test.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
});
afterEach(async () => {
  streams.destroy();
  await test.stop();
});

async function createTable(StreamViewType: string, name = TableName): Promise<string> {
  const StreamSpecification = { StreamEnabled: true, StreamViewType };
  const { TableDescription } = await test.database.call('CreateTable', {
    ...ordersTable,
    TableName: name,
    StreamSpecification,
  });
  return String((TableDescription as { LatestStreamArn: string }).LatestStreamArn);
}

const put = (id: string, n: number) => test.documents.send(new PutCommand({ TableName, Item: { id, n } }));

async function iteratorOf(StreamArn: string, type: ShardIteratorType, SequenceNumber?: string) {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const command = new GetShardIteratorCommand({
    StreamArn,
    ShardId,
    ShardIteratorType: type,
    SequenceNumber,
  });
  return (await streams.send(command)).ShardIterator;
}

async function readFrom(ShardIterator: string | undefined, Limit?: number) {
  const { Records = [], NextShardIterator } = await streams.send(
    new GetRecordsCommand({ ShardIterator, Limit }),
  );
  return { records: Records, next: NextShardIterator };
}

const namesOf = (records: readonly _Record[]) =>
  records.map(({ eventName, dynamodb }) => `${eventName} ${dynamodb?.Keys?.id?.S}`);

it('lists and describes streams', async () => {
  const streamArn = await createTable('KEYS_ONLY');
  await createTable('NEW_IMAGE', 'second');
  expect(streamArn).toBe(
    'arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-11-21T07:00:00.000',
  );
  expect((await streams.send(new ListStreamsCommand({ TableName }))).Streams).toEqual([
    { StreamArn: streamArn, TableName, StreamLabel: '2026-11-21T07:00:00.000' },
  ]);
  const first = await streams.send(new ListStreamsCommand({ Limit: 1 }));
  expect(first.LastEvaluatedStreamArn).toBe(streamArn);
  const rest = await streams.send(new ListStreamsCommand({ ExclusiveStartStreamArn: streamArn }));
  expect(rest.Streams?.map((each) => each.TableName)).toEqual(['second']);
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  expect(StreamDescription).toMatchObject({
    StreamStatus: 'ENABLED',
    StreamViewType: 'KEYS_ONLY',
    TableName,
    KeySchema: ordersTable.KeySchema,
    Shards: [
      { SequenceNumberRange: { StartingSequenceNumber: expect.stringMatching(/^\d{21,40}$/) as string } },
    ],
  });
});

describe('records', () => {
  it.each([
    ['KEYS_ONLY', [[], [], []]],
    ['NEW_IMAGE', [['NewImage'], ['NewImage'], []]],
    ['OLD_IMAGE', [[], ['OldImage'], ['OldImage']]],
    ['NEW_AND_OLD_IMAGES', [['NewImage'], ['NewImage', 'OldImage'], ['OldImage']]],
  ])('of the view %s', async (viewType, images) => {
    const streamArn = await createTable(viewType);
    await put('a', 1);
    await put('a', 1);
    await put('a', 2);
    await test.documents.send(new DeleteCommand({ TableName, Key: { id: 'a' } }));
    const { records } = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'));
    expect(namesOf(records)).toEqual(['INSERT a', 'MODIFY a', 'REMOVE a']);
    const shown = records.map(({ dynamodb = {} }) =>
      ['NewImage', 'OldImage'].filter((name) => name in dynamodb),
    );
    expect(shown).toEqual(images);
    expect(records[0]).toMatchObject({ awsRegion: 'us-east-1', eventSource: 'aws:dynamodb' });
    expect(records[0]?.dynamodb?.StreamViewType).toBe(viewType);
  });

  it('are read from all four kinds of iterators, page by page', async () => {
    const streamArn = await createTable('NEW_IMAGE');
    for (const id of ['a', 'b', 'c']) await put(id, 1);
    const latest = await iteratorOf(streamArn, 'LATEST');
    const first = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'), 2);
    const second = await readFrom(first.next, 2);
    expect([namesOf(first.records), namesOf(second.records)]).toEqual([
      ['INSERT a', 'INSERT b'],
      ['INSERT c'],
    ]);
    const sequence = first.records[1]?.dynamodb?.SequenceNumber;
    const at = await readFrom(await iteratorOf(streamArn, 'AT_SEQUENCE_NUMBER', sequence));
    const after = await readFrom(await iteratorOf(streamArn, 'AFTER_SEQUENCE_NUMBER', sequence));
    expect([namesOf(at.records), namesOf(after.records)]).toEqual([['INSERT b', 'INSERT c'], ['INSERT c']]);
    expect((await readFrom(latest)).records).toEqual([]);
    await put('d', 1);
    expect(namesOf((await readFrom(latest)).records)).toEqual(['INSERT d']);
    expect(namesOf((await readFrom(second.next)).records)).toEqual(['INSERT d']);
    const numbers = (await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'))).records.map(
      ({ dynamodb }) => dynamodb?.SequenceNumber ?? '',
    );
    expect(numbers).toEqual([...new Set(numbers)].sort());
  });

  it('tell of expired items with the identity of the service', async () => {
    const streamArn = await createTable('KEYS_ONLY');
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'expiresAt' };
    await test.database.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
    const removed = new Promise<void>((resolve) => {
      test.database.onChange(({ cause }) => cause === 'time-to-live' && resolve());
    });
    const expiresAt = nowEpochMs / 1000 - 1;
    await test.documents.send(new PutCommand({ TableName, Item: { id: 'old', expiresAt } }));
    await removed;
    const { records } = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'));
    expect(namesOf(records)).toEqual(['INSERT old', 'REMOVE old']);
    expect(records.map(({ userIdentity }) => userIdentity)).toEqual([
      undefined,
      { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
    ]);
  });

  it('are not made of seed data, and of no transaction that is cancelled', async () => {
    const streamArn = await createTable('KEYS_ONLY');
    await test.database.importItems(TableName, [{ id: { S: 'seed' } }]);
    const Put = (id: string, ConditionExpression?: string) => ({
      Put: { TableName, Item: { id: { S: id } }, ConditionExpression },
    });
    const cancelled = { TransactItems: [Put('x'), Put('seed', 'attribute_not_exists(id)')] };
    await expect(test.database.call('TransactWriteItems', cancelled)).rejects.toThrow('cancelled');
    await test.database.call('TransactWriteItems', { TransactItems: [Put('y'), Put('z')] });
    const { records } = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'));
    expect(namesOf(records)).toEqual(['INSERT y', 'INSERT z']);
  });
});

describe('ends', () => {
  it('are after 24 hours for records, and after 15 minutes for iterators', async () => {
    const streamArn = await createTable('KEYS_ONLY');
    await put('old', 1);
    const start = await iteratorOf(streamArn, 'TRIM_HORIZON');
    nowEpochMs += 16 * 60 * 1000;
    await expect(readFrom(start)).rejects.toMatchObject({ name: 'ExpiredIteratorException' });
    const { records } = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'));
    const sequence = records[0]?.dynamodb?.SequenceNumber;
    nowEpochMs += DAY_MS;
    await put('new', 1);
    await expect
      .poll(async () => namesOf((await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'))).records))
      .toEqual(['INSERT new']);
    const gone = iteratorOf(streamArn, 'AT_SEQUENCE_NUMBER', sequence).then((iterator) => readFrom(iterator));
    await expect(gone).rejects.toMatchObject({ name: 'TrimmedDataAccessException' });
  });

  it('keep the newest records of a long run', async () => {
    const streamArn = await createTable('KEYS_ONLY');
    for (let from = 0; from <= MAX_STREAM_RECORDS; from += 25) {
      const requests = Array.from({ length: 25 }, (_, at) => ({
        PutRequest: { Item: { id: { S: String(from + at) } } },
      }));
      await test.database.call('BatchWriteItem', { RequestItems: { [TableName]: requests } });
    }
    let count = 0;
    let iterator = await iteratorOf(streamArn, 'TRIM_HORIZON');
    for (;;) {
      const { records, next } = await readFrom(iterator);
      if (records.length === 0) break;
      count += records.length;
      iterator = next;
    }
    expect(count).toBe(MAX_STREAM_RECORDS);
  });

  it('come with the stream being switched off, which stays readable', async () => {
    const streamArn = await createTable('KEYS_ONLY');
    await put('a', 1);
    const off = new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } });
    await test.client.send(off);
    await put('b', 1);
    await expect(test.client.send(off)).rejects.toMatchObject({ name: 'ValidationException' });
    const { records, next } = await readFrom(await iteratorOf(streamArn, 'TRIM_HORIZON'));
    expect([namesOf(records), next]).toEqual([['INSERT a'], undefined]);
    const on = new UpdateTableCommand({
      TableName,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    });
    const { TableDescription } = await test.client.send(on);
    expect(TableDescription?.LatestStreamArn).not.toBe(streamArn);
    await expect(test.client.send(on)).rejects.toThrow('Table already has an enabled stream');
  });
});

it.each([
  ['a stream that is not there', { StreamArn: 'arn:none' }, 'DescribeStream', 'ResourceNotFoundException'],
  ['no stream', {}, 'DescribeStream', 'ValidationException'],
  ['a made-up iterator', { ShardIterator: 'arn|1|e30=' }, 'GetRecords', 'ValidationException'],
  [
    'an iterator of long ago',
    { ShardIterator: 'arn|1|eyJhZnRlciI6MSwiYXRNcyI6MX0=' },
    'GetRecords',
    'ExpiredIteratorException',
  ],
  [
    'a type of iterator',
    { StreamArn: 'arn', ShardId: 's', ShardIteratorType: 'NOW' },
    'GetShardIterator',
    'ValidationException',
  ],
  ['a number as ARN', { StreamArn: 1 }, 'DescribeStream', 'SerializationException'],
])('refuses %s', async (_name, input, operation, expected) => {
  await expect(test.database.call(operation, input)).rejects.toMatchObject({
    name: expected,
    statusCode: 400,
  });
});

it('survives a restart, records, label and numbers included', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'dynamodb-streams-'));
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' };
  const firstStreamLabel = '2026-01-01T00:00:00.000';
  const write = async (id: string) => {
    const database = await openDynamoDb({ directory, firstStreamLabel });
    await database.call('CreateTable', { ...ordersTable, StreamSpecification }).catch(() => undefined);
    await database.call('PutItem', { TableName, Item: { id: { S: id } } });
    const { Streams } = await database.call('ListStreams', {});
    const [{ StreamArn } = { StreamArn: '' }] = Streams as { StreamArn: string }[];
    const { StreamDescription } = await database.call('DescribeStream', { StreamArn });
    const [{ ShardId } = { ShardId: '' }] = (StreamDescription as { Shards: { ShardId: string }[] }).Shards;
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    const { Records } = await database.call('GetRecords', await database.call('GetShardIterator', start));
    await database.stop();
    return { StreamArn, ids: namesOf(Records as _Record[]) };
  };
  await write('a');
  const second = await write('b');
  await rm(directory, { recursive: true, force: true });
  expect(second).toEqual({
    StreamArn: `arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/${firstStreamLabel}`,
    ids: ['INSERT a', 'INSERT b'],
  });
});

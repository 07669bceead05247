/** ListStreams and DescribeStream. @see DynamoDB API reference, "Amazon DynamoDB Streams" */
import type { DatabaseParts, Operation } from '../operation.ts';
import { serviceError } from '../service-error.ts';
import { readLimit, readText } from '../request-parameters.ts';
import { MAX_STREAMS_PER_ANSWER } from './stream-limits.ts';
import type { StreamInfo } from './stream-log.ts';

/** The one shard of each stream: tables are not partitioned here. */
export const SHARD_ID = 'shardId-00000000000000000000-00000000';

const SEQUENCE_DIGITS = 21;

/** A sequence number as the API writes it: at least 21 digits. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(SEQUENCE_DIGITS, '0');
}

/** @throws DynamoDbServiceError ResourceNotFoundException */
export function findStream({ streams }: Pick<DatabaseParts, 'streams'>, streamArn: string): StreamInfo {
  const stream = streams.find(streamArn);
  if (stream !== undefined) return stream;
  throw serviceError(
    'ResourceNotFoundException',
    `Requested resource not found: Stream: ${streamArn} not found`,
  );
}

export const listStreams: Operation = ({ streams }, input) => {
  const tableName = readText(input, 'TableName', 'optional');
  const start = readText(input, 'ExclusiveStartStreamArn', 'optional') ?? '';
  const limit = readLimit(input, MAX_STREAMS_PER_ANSWER);
  const all = streams
    .list()
    .filter((stream) => stream.streamArn > start && (tableName ?? stream.tableName) === stream.tableName);
  const page = all.slice(0, limit);
  const last = page.at(-1);
  const more =
    page.length < all.length && last !== undefined ? { LastEvaluatedStreamArn: last.streamArn } : {};
  const Streams = page.map(({ streamArn, tableName: TableName, label }) => ({
    StreamArn: streamArn,
    TableName,
    StreamLabel: label,
  }));
  return Promise.resolve({ Streams, ...more });
};

export const describeStream: Operation = ({ streams }, input) => {
  const stream = findStream({ streams }, readText(input, 'StreamArn', 'required'));
  readLimit(input, MAX_STREAMS_PER_ANSWER);
  const isAfterShard = readText(input, 'ExclusiveStartShardId', 'optional') === SHARD_ID;
  const { streamArn, label, tableName, viewType, keySchema, createdAtMs, startSequence, ended } = stream;
  const range = {
    StartingSequenceNumber: sequenceText(startSequence),
    ...(ended === undefined ? {} : { EndingSequenceNumber: sequenceText(ended.sequence) }),
  };
  const description = {
    StreamArn: streamArn,
    StreamLabel: label,
    StreamStatus: ended === undefined ? 'ENABLED' : 'DISABLED',
    StreamViewType: viewType,
    CreationRequestDateTime: createdAtMs / 1000,
    TableName: tableName,
    KeySchema: keySchema,
    Shards: isAfterShard ? [] : [{ ShardId: SHARD_ID, SequenceNumberRange: range }],
  };
  return Promise.resolve({ StreamDescription: description });
};

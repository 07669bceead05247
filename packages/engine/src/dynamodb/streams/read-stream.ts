/** GetShardIterator and GetRecords. @see DynamoDB API reference, "Amazon DynamoDB Streams" */
import { createHash } from 'node:crypto';
import { toStreamRecord } from '../../events/streams/stream-record.ts';
import type { DatabaseParts, Operation, OperationInput } from '../operation.ts';
import { serviceError, validationException } from '../service-error.ts';
import { findStream, SHARD_ID } from './describe-streams.ts';
import { decodeShardIterator, encodeShardIterator } from './shard-iterators.ts';
import { MAX_ANSWER_BYTES, MAX_RECORDS_PER_ANSWER } from './stream-limits.ts';
import type { StreamEntry, StreamInfo } from './stream-log.ts';
import { readLimit, readText } from '../request-parameters.ts';

const ITERATOR_TYPES = 'AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON';

export const getShardIterator: Operation = (parts, input) => {
  const streamArn = readText(input, 'StreamArn', 'required');
  const shardId = readText(input, 'ShardId', 'required');
  const type = readText(input, 'ShardIteratorType', 'required');
  const after = startOf(parts, { streamArn, type, input });
  findStream(parts, streamArn);
  if (shardId !== SHARD_ID) {
    throw serviceError(
      'ResourceNotFoundException',
      `Requested resource not found: Shard: ${shardId} in stream ${streamArn} not found`,
    );
  }
  return Promise.resolve({ ShardIterator: encodeShardIterator({ streamArn, after }, parts.now()) });
};

interface StartRequest {
  readonly streamArn: string;
  readonly type: string;
  readonly input: OperationInput;
}

function startOf({ streams }: DatabaseParts, { streamArn, type, input }: StartRequest): number {
  switch (type) {
    case 'TRIM_HORIZON':
      return streams.trimmedThrough(streamArn);
    case 'LATEST':
      return streams.latestSequence();
    case 'AT_SEQUENCE_NUMBER':
      return readSequence(input) - 1;
    case 'AFTER_SEQUENCE_NUMBER':
      return readSequence(input);
    default:
      throw validationException(
        `1 validation error detected: Value '${type}' at 'shardIteratorType' failed to satisfy constraint: ` +
          `Member must satisfy enum value set: [${ITERATOR_TYPES}]`,
      );
  }
}

function readSequence(input: OperationInput): number {
  const sequence = Number(readText(input, 'SequenceNumber', 'required'));
  if (Number.isSafeInteger(sequence) && sequence >= 0) return sequence;
  throw validationException('Invalid SequenceNumber');
}

export const getRecords: Operation = async (parts, input) => {
  const { streams, now } = parts;
  const position = decodeShardIterator(readText(input, 'ShardIterator', 'required'), now());
  const limit = readLimit(input, MAX_RECORDS_PER_ANSWER);
  const stream = findStream(parts, position.streamArn);
  if (position.after < streams.trimmedThrough(stream.streamArn)) {
    throw serviceError('TrimmedDataAccessException', 'The records asked for are no longer in the stream');
  }
  const entries = await streams.read(stream.streamArn, position.after, limit);
  const page = withinAnswer(entries.map((entry) => ({ entry, record: toApiRecord(parts, stream, entry) })));
  const after = page.at(-1)?.entry.sequence ?? position.after;
  const isAtEnd = stream.ended !== undefined && page.length === entries.length && entries.length < limit;
  const next = isAtEnd
    ? {}
    : { NextShardIterator: encodeShardIterator({ streamArn: stream.streamArn, after }, now()) };
  return { Records: page.map(({ record }) => record), ...next };
};

/** At least one record, and no more than 1 MB. */
function withinAnswer<T extends { readonly record: unknown }>(records: readonly T[]): readonly T[] {
  let sizeBytes = 0;
  const tooMany = records.findIndex(({ record }) => {
    sizeBytes += Buffer.byteLength(JSON.stringify(record));
    return sizeBytes > MAX_ANSWER_BYTES;
  });
  return tooMany === -1 ? records : records.slice(0, Math.max(1, tooMany));
}

/** Like the record that a Lambda function gets, but for the ARN and the capital letters in `userIdentity`. */
function toApiRecord({ region }: DatabaseParts, stream: StreamInfo, entry: StreamEntry) {
  const { sequence, atMs, change } = entry;
  const { streamArn, viewType } = stream;
  const eventId = createHash('md5').update(`${streamArn} ${sequence}`).digest('hex');
  const parts = { eventId, sequence, nowMs: atMs, region, streamArn, viewType };
  const { userIdentity, eventSourceARN: _arn, ...record } = toStreamRecord(change, parts);
  if (userIdentity === undefined) return record;
  const { type: Type, principalId: PrincipalId } = userIdentity;
  return { ...record, userIdentity: { Type, PrincipalId } };
}

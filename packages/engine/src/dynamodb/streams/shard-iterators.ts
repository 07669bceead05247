/** Shard iterators: a place in a stream as a text that means nothing to clients and ends after 15 minutes. */
import { isRecord } from '../../model/is-record.ts';
import { serviceError, validationException } from '../service-error.ts';
import { ITERATOR_LIFETIME_MS } from './stream-limits.ts';

export interface ShardPosition {
  readonly streamArn: string;
  /** Sequence number that the next record is above. */
  readonly after: number;
}

/** As on AWS: the ARN, a version, and the rest in base64. */
export function encodeShardIterator({ streamArn, after }: ShardPosition, nowMs: number): string {
  const content = Buffer.from(JSON.stringify({ after, atMs: nowMs })).toString('base64');
  return `${streamArn}|1|${content}`;
}

/** @throws DynamoDbServiceError ValidationException, ExpiredIteratorException */
export function decodeShardIterator(text: unknown, nowMs: number): ShardPosition {
  const [streamArn = '', version, content = ''] = typeof text === 'string' ? text.split('|') : [];
  const position = parseContent(content);
  if (version !== '1' || !isRecord(position)) throw validationException('Invalid ShardIterator');
  const { after, atMs } = position;
  if (typeof after !== 'number' || typeof atMs !== 'number')
    throw validationException('Invalid ShardIterator');
  if (nowMs - atMs > ITERATOR_LIFETIME_MS) {
    throw serviceError('ExpiredIteratorException', 'The shard iterator is older than 15 minutes');
  }
  return { streamArn, after };
}

function parseContent(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString());
  } catch {
    return undefined;
  }
}

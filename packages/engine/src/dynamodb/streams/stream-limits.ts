/** Limits of streams. */

/** Milliseconds for which records are kept. DynamoDB developer guide, "DynamoDB Streams": 24 hours (checked 2026-11-21). */
export const STREAM_RETENTION_MS = 24 * 60 * 60 * 1000;

/** Records kept of one stream, the newest; our choice, so that a long run does not fill the memory. */
export const MAX_STREAM_RECORDS = 10_000;

/** Milliseconds for which an iterator is good. DynamoDB API reference, "GetShardIterator": 15 minutes (checked 2026-11-21). */
export const ITERATOR_LIFETIME_MS = 15 * 60 * 1000;

/** Records of one answer. DynamoDB API reference, "GetRecords": 1,000 or 1 MB (checked 2026-11-21). */
export const MAX_RECORDS_PER_ANSWER = 1000;
export const MAX_ANSWER_BYTES = 1024 * 1024;

/** Streams or shards of one answer. DynamoDB API reference, "ListStreams", "DescribeStream": 100 (checked 2026-11-21). */
export const MAX_STREAMS_PER_ANSWER = 100;

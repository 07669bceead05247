import type { StreamRecord } from './stream-record.ts';

/** What an on-failure destination gets: where the records are, not the records. @see AWS Lambda developer guide, "DynamoDB" */
export function failureNotice(
  functionArn: string,
  records: readonly StreamRecord[],
  { attempts, requestId, nowMs }: { attempts: number; requestId: string; nowMs: number },
): Record<string, unknown> {
  const [first, last] = [records[0], records.at(-1)];
  const timeOf = (record: StreamRecord | undefined): string =>
    new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return {
    requestContext: {
      requestId,
      functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000000000000000000-00000000',
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: timeOf(first),
      approximateArrivalOfLastRecord: timeOf(last),
      batchSize: records.length,
      streamArn: first?.eventSourceARN,
    },
  };
}

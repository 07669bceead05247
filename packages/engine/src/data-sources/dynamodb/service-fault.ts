import type { DynamoDbServiceError } from '../../dynamodb/contract.ts';
import { isRecord } from '../../model/is-record.ts';
import type { DataSourceError } from '../data-source.ts';

export function isServiceFault(fault: unknown): fault is DynamoDbServiceError {
  return fault instanceof Error && 'body' in fault && isRecord(fault.body) && 'statusCode' in fault;
}

/** `ctx.error` for an exception of the service, in the words of the AWS SDK that AppSync uses. */
export function toDataSourceError(fault: DynamoDbServiceError, requestId: string): DataSourceError {
  const message =
    `${fault.message} (Service: AmazonDynamoDBv2; Status Code: ${fault.statusCode}; ` +
    `Error Code: ${fault.name}; Request ID: ${requestId})`;
  return { message, type: `DynamoDB:${fault.name}` };
}

import type { DynamoDb } from '../../dynamodb/contract.ts';
import type { DataSourceAnswer, DataSourceCall } from '../data-source.ts';
import type { ConditionalCheckHandlers } from './conditional-check-handler.ts';
import type { NextTokens } from './next-tokens.ts';

/** What every operation gets besides its request. */
export interface OperationContext {
  readonly dynamodb: Pick<DynamoDb, 'call'>;
  readonly tableName: string;
  readonly call: DataSourceCall;
  readonly nextTokens: NextTokens;
  readonly handlers: ConditionalCheckHandlers;
}

/**
 * One operation of AppSync's DynamoDB data source.
 * @throws AttributeFault for requests that can't be read, DynamoDbServiceError for the service's refusals
 */
export type Operation = (
  request: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<DataSourceAnswer>;

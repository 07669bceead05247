/** Where users reach DynamoDB: at a path of the one port, and on a port of its own when they want one. */
import type { EngineOptions } from '../contract.ts';
import type { DynamoDb } from '../dynamodb/index.ts';
import { DYNAMODB_PATH } from '../server/index.ts';
import type { CleanUpStack } from './clean-up-stack.ts';
import { openDynamoDbPort } from './open-dynamodb-port.ts';

export interface DynamoDbServing {
  /** Base URL of the one port, which serves the path. */
  readonly url: string;
  readonly dynamodb: Pick<DynamoDb, 'handleHttp'>;
  readonly cleanUps: CleanUpStack;
}

/**
 * @returns the address to show
 * @throws EngineStartError when the port can't be listened on
 */
export async function serveDynamoDb(
  { host, dynamodbPort }: Pick<EngineOptions, 'host' | 'dynamodbPort'>,
  { url, dynamodb, cleanUps }: DynamoDbServing,
): Promise<string> {
  if (dynamodbPort === undefined) return url + DYNAMODB_PATH;
  const opened = await openDynamoDbPort(dynamodb, { host, port: dynamodbPort });
  cleanUps.add(() => opened.close());
  return opened.url;
}

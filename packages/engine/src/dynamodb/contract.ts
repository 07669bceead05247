/** Contract of the embedded DynamoDB: the service's operations in AWS JSON 1.0, in process. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The service refused the call; `name` is the exception's short name, e.g. `ConditionalCheckFailedException`. */
export interface DynamoDbServiceError extends Error {
  readonly name: string;
  readonly statusCode: number;
  /** The response body as AWS sends it: `__type`, `message`, and for example `CancellationReasons` or `Item`. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface DynamoDb {
  /**
   * Runs one operation (`PutItem`, `TransactWriteItems`, ...) with typed attribute values, as the HTTP API would.
   * An answered write is durable when the database has a folder.
   * @throws DynamoDbServiceError
   */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** The DynamoDB HTTP API (`X-Amz-Target: DynamoDB_20120810.*`). */
  handleHttp(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

export interface OpenDynamoDbOptions {
  /** Folder for durable data; memory only when absent. */
  readonly directory?: string;
  readonly now?: () => number;
}

/** Contract of the embedded DynamoDB: the service's operations in AWS JSON 1.0, in process. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One typed value as the API writes it, e.g. `{ S: 'a' }`; binary as base64 text. */
export type AttributeValue = Record<string, unknown>;
export type AttributeMap = Record<string, AttributeValue>;

/** The service refused the call; `name` is the exception's short name, e.g. `ConditionalCheckFailedException`. */
export interface DynamoDbServiceError extends Error {
  readonly name: string;
  readonly statusCode: number;
  /** The response body as AWS sends it: `__type`, `message`, and for example `CancellationReasons` or `Item`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One item that a committed write inserted, modified or removed; what a stream record would be made of. */
export interface ItemChange {
  readonly tableName: string;
  readonly keys: Readonly<AttributeMap>;
  /** undefined: the item is new. */
  readonly before: Readonly<AttributeMap> | undefined;
  /** undefined: the item is gone. */
  readonly after: Readonly<AttributeMap> | undefined;
  readonly cause: 'request' | 'time-to-live';
}

export interface DynamoDb {
  /** Embedded: ours alone, kept as the template says. Endpoint: tables are created there when absent, no more. */
  readonly place: 'embedded' | 'endpoint';
  /**
   * Runs one operation (`PutItem`, `TransactWriteItems`, ...) with typed attribute values, as the HTTP API would.
   * An answered write is durable when the database has a folder.
   * @throws DynamoDbServiceError
   */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /**
   * Puts any number of items in one atomic write: all of them or, after a crash, none.
   * @throws DynamoDbServiceError when the table is missing or an item does not fit it
   */
  importItems(tableName: string, items: readonly AttributeMap[]): Promise<void>;
  /**
   * Hears of every change after it is committed, in commit order for each item. No-op writes are not changes.
   * A listener that throws is reported as a process warning; the write stands.
   * @returns stops the listening
   */
  onChange(listener: (change: ItemChange) => void): () => void;
  /** Makes sure that listeners hear of these tables. The embedded database tells of all; an endpoint's streams are read. */
  followStreams(tableNames: readonly string[]): Promise<void>;
  /** The HTTP APIs of DynamoDB and of its streams (`X-Amz-Target: DynamoDB_20120810.*`, `DynamoDBStreams_20120810.*`). */
  handleHttp(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

export interface OpenDynamoDbOptions {
  /** Folder for durable data; memory only when absent. */
  readonly directory?: string;
  /** Milliseconds since 1970; the clock of the machine when absent. */
  readonly now?: () => number;
  /** How often expired items are looked for; 30 seconds when absent. AWS promises only "within a few days". */
  readonly timeToLiveSweepMs?: number;
  /** For ARNs; `us-east-1` and `000000000000` when absent. */
  readonly region?: string;
  readonly accountId?: string;
  /** Label of the first stream of each table, the last part of its ARN; the time of its creation when absent. */
  readonly firstStreamLabel?: string;
}

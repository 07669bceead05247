/** A DynamoDB elsewhere in place of the embedded one: DynamoDB Local, another engine, or AWS. */
import { createRequestSigner, type SignRequest } from '../../data-sources/http/sign-request.ts';
import { isRecord } from '../../model/is-record.ts';
import type { DynamoDb, ItemChange } from '../contract.ts';
import { answerHttp } from '../http-api.ts';
import { awsRegionOf, credentialProvider } from './endpoint-credentials.ts';
import { followStream } from './follow-stream.ts';
import { sendOperation } from './send-operation.ts';
import { writeInBatches } from './write-in-batches.ts';

export interface ConnectDynamoDbOptions {
  readonly endpoint: URL;
  /** Of the application; a host of AWS names its own. */
  readonly region: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly warn: (text: string) => void;
}

/**
 * Asks the endpoint once, so that a wrong address is known before anything depends on it.
 * @throws DynamoDbServiceError when it does not answer or refuses, Error without credentials
 */
export async function connectDynamoDb(options: ConnectDynamoDbOptions): Promise<DynamoDb> {
  const { endpoint, environment, warn } = options;
  const stop = new AbortController();
  const region = awsRegionOf(endpoint) ?? options.region;
  const provideCredentials = await credentialProvider(endpoint, environment);
  /** With the credentials of the moment: those of roles end after an hour. */
  const sign: SignRequest = async (request) => {
    const credentials = await provideCredentials();
    return createRequestSigner({ region, service: 'dynamodb', credentials, now: Date.now })(request);
  };
  const call: DynamoDb['call'] = (operation, input) =>
    sendOperation({ endpoint, sign, stopped: stop.signal }, operation, input);
  const listeners = new Set<(change: ItemChange) => void>();
  const followed = new Set<string>();

  async function follow(tableName: string): Promise<void> {
    const { Table } = await call('DescribeTable', { TableName: tableName });
    const streamArn = isRecord(Table) ? Table.LatestStreamArn : undefined;
    if (typeof streamArn !== 'string') {
      warn(
        `Table "${tableName}" at ${endpoint.href} has no stream: functions that its stream invokes are not run.`,
      );
      return;
    }
    const onChange = (change: ItemChange): void => listeners.forEach((listener) => listener(change));
    await followStream({ call, tableName, streamArn, onChange, warn, stopped: stop.signal });
  }

  await call('ListTables', { Limit: 1 });
  return {
    place: 'endpoint',
    call,
    importItems: (tableName, items) => writeInBatches(call, tableName, items),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async followStreams(tableNames) {
      for (const tableName of tableNames.filter((name) => !followed.has(name))) {
        followed.add(tableName);
        await follow(tableName).catch((error: unknown) => {
          warn(
            `${endpoint.href} gives no streams (${reasonOf(error)}): functions that the stream of "${tableName}" invokes are not run.`,
          );
        });
      }
    },
    handleHttp: (request, response) => void answerHttp(call, request, response),
    stop() {
      stop.abort();
      return Promise.resolve();
    },
  };
}

/** Refusals come with little text or none; their names say more. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}

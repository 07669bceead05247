/** The DynamoDB HTTP API on a port of its own, for tools that can't be given an address with a path. */
import { createServer } from 'node:http';
import type { DynamoDb } from '../dynamodb/index.ts';
import { EngineStartError } from '../start-error.ts';
import { listen } from '../server/index.ts';
import { buildBaseUrl } from './base-url.ts';

export interface DynamoDbPort {
  readonly url: string;
  close(): void;
}

/** @throws EngineStartError when the port can't be listened on */
export async function openDynamoDbPort(
  dynamodb: Pick<DynamoDb, 'handleHttp'>,
  address: { readonly host: string; readonly port: number },
): Promise<DynamoDbPort> {
  const server = createServer((request, response) => dynamodb.handleHttp(request, response));
  try {
    const port = await listen(server, address);
    return {
      url: buildBaseUrl(address.host, port),
      close() {
        server.close();
        server.closeAllConnections();
      },
    };
  } catch (error) {
    if (!(error instanceof EngineStartError)) throw error;
    const { kind, message, cause } = error;
    throw new EngineStartError({ kind, message, fix: 'Choose another port with --dynamodb-port.', cause });
  }
}

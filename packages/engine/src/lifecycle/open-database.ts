/** The database of the engine: embedded, in a folder or in memory, or at an endpoint. */
import type { DynamoDb, OpenDynamoDbOptions } from '../dynamodb/index.ts';
import { openOnUse } from '../dynamodb/index.ts';
import { EngineStartError } from '../start-error.ts';

export interface OpenDatabaseOptions extends OpenDynamoDbOptions {
  readonly region: string;
  /** `http://` or `https://`; the embedded database when absent. */
  readonly endpoint?: string | undefined;
  readonly warn: (text: string) => void;
}

/** @throws EngineStartError `data-unusable`, `database-unreachable` */
export function openDatabase({ endpoint, warn, ...options }: OpenDatabaseOptions): Promise<DynamoDb> {
  return endpoint === undefined ? openEmbedded(options) : connect(endpoint, { region: options.region, warn });
}

async function openEmbedded(options: OpenDynamoDbOptions): Promise<DynamoDb> {
  const open = async (): Promise<DynamoDb> => {
    const { openDynamoDb } = await import('../dynamodb/embedded.ts');
    return openDynamoDb(options);
  };
  const { directory } = options;
  if (directory === undefined) return openOnUse(open);
  try {
    return await open();
  } catch (error) {
    throw new EngineStartError({
      kind: 'data-unusable',
      message: `The data folder ${directory} can't be used: ${messageOf(error)}.`,
      fix: 'Stop the engine that uses it, or name another folder with --data.',
      cause: error,
    });
  }
}

async function connect(
  endpoint: string,
  options: { readonly region: string; readonly warn: (text: string) => void },
): Promise<DynamoDb> {
  const { connectDynamoDb } = await import('../dynamodb/endpoint/connect-dynamodb.ts');
  try {
    return await connectDynamoDb({ ...options, endpoint: new URL(endpoint), environment: process.env });
  } catch (error) {
    throw new EngineStartError({
      kind: 'database-unreachable',
      message: `DynamoDB at ${endpoint} can't be used: ${messageOf(error)}.`,
      fix: 'Start it or correct --dynamodb; without --dynamodb the engine uses a DynamoDB of its own.',
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

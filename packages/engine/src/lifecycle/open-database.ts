/** The database of the engine, in a folder or in memory. */
import type { DynamoDb, OpenDynamoDbOptions } from '../dynamodb/index.ts';
import { openDynamoDb } from '../dynamodb/index.ts';
import { EngineStartError } from '../start-error.ts';

/** @throws EngineStartError `data-unusable` */
export async function openDatabase(options: OpenDynamoDbOptions): Promise<DynamoDb> {
  try {
    return await openDynamoDb(options);
  } catch (error) {
    throw new EngineStartError({
      kind: 'data-unusable',
      message: `The data folder ${options.directory ?? ''} can't be used: ${messageOf(error)}.`,
      fix: 'Stop the engine that uses it, or name another folder with --data.',
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

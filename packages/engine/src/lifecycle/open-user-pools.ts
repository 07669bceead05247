/** Users and keys of the local user pools, in the data folder or in memory. */
import { join } from 'node:path';
import { EngineStartError } from '../start-error.ts';
import type { UserPoolStorage } from '../user-pools/index.ts';
import { NO_STORAGE, openUserPoolStorage } from '../user-pools/index.ts';

const FOLDER = 'user-pools';

/** @throws EngineStartError `data-unusable` */
export async function openUserPools(dataDirectory: string | undefined): Promise<UserPoolStorage> {
  if (dataDirectory === undefined) return NO_STORAGE;
  try {
    return await openUserPoolStorage(join(dataDirectory, FOLDER));
  } catch (error) {
    throw new EngineStartError({
      kind: 'data-unusable',
      message: `The user pools of the data folder can't be read: ${error instanceof Error ? error.message : String(error)}.`,
      fix: 'Mend or remove the file, or name another folder with --data.',
      cause: error,
    });
  }
}

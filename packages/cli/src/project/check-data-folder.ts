import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { CallError } from '../call-error.ts';

/**
 * Creates the folder of `--data` when it is missing.
 * @throws CallError when it can't be created or written to
 */
export async function checkDataFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(
      `Data folder ${directory} can't be used: ${reason}.`,
      'Name a folder that you may write to in --data, or leave it out to keep data in memory.',
    );
  }
}

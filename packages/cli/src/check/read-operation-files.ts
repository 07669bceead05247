/** The edge of `--operations`: the files of a folder, or one file. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CallError } from '../call-error.ts';
import type { RecordedFile } from './recorded-operations.ts';

const OPERATION_FILE = /\.(?:graphql|gql|json)$/;

/**
 * @param path - a folder, read with the folders below it, or a single file
 * @returns the files sorted by path, with paths relative to the working directory
 * @throws CallError when the path does not exist or holds no such file
 */
export async function readOperationFiles(path: string): Promise<readonly RecordedFile[]> {
  const found = await stat(resolve(path)).catch(() => undefined);
  if (found === undefined) {
    throw new CallError(`${path} does not exist.`, 'Name a folder of recorded operations in --operations.');
  }
  const files = found.isDirectory() ? await listFiles(resolve(path)) : [resolve(path)];
  if (files.length === 0) {
    throw new CallError(
      `${path} holds no recorded operations.`,
      'Put *.graphql documents or *.json manifests there, or name another folder in --operations.',
    );
  }
  return Promise.all(
    files.map(async (file) => ({
      path: relative(process.cwd(), file).replaceAll('\\', '/'),
      text: await readFile(file, 'utf8'),
    })),
  );
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<string[]> => {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) return listFiles(path);
        return OPERATION_FILE.test(entry.name) ? [path] : [];
      }),
  );
  return lists.flat();
}

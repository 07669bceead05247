/** One hash over the contents of many files: equal when names and bytes are equal, whatever the times say. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Folders that never hold inputs. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.tributary', 'cdk.out', '.git', 'coverage']);

export type IsInput = (path: string) => boolean;

/**
 * Lists the files at or below a path, sorted; a path that does not exist has none.
 * @param isInput - decides by absolute path which files count
 */
export async function collectFiles(path: string, isInput: IsInput): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    if (isCode(error, 'ENOTDIR')) return 'file' as const;
    throw error;
  });
  if (entries === undefined) return [];
  if (entries === 'file') return isInput(path) ? [path] : [];
  const below = await Promise.all(
    entries.map(async (entry) => {
      const child = join(path, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : collectFiles(child, isInput);
      return entry.isFile() && isInput(child) ? [child] : [];
    }),
  );
  return below.flat().sort();
}

/** Hashes names (relative to `rootDirectory`) and contents. @returns hexadecimal SHA-256 */
export async function hashFiles(rootDirectory: string, files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    // Name and length first, so that text can't move from one file to the next unseen.
    hash.update(`${relative(rootDirectory, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

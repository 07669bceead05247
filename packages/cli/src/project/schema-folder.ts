/** The generated contract in schema/: compared and written file by file, so that unchanged files keep their times. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns names of the files whose text differs from the one on disk, or that are not there; sorted */
export async function findStaleFiles(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const names = Object.keys(files).sort();
  const current = await Promise.all(names.map((name) => readIfPresent(join(directory, name))));
  return names.filter((name, index) => current[index] !== files[name]);
}

/** Writes what differs. @returns the names of the written files, sorted */
export async function writeStaleFiles(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const stale = await findStaleFiles(directory, files);
  if (stale.length > 0) await mkdir(directory, { recursive: true });
  await Promise.all(stale.map((name) => writeFile(join(directory, name), files[name] ?? '')));
  return stale;
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

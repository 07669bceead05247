import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** Bytes that Lambda lets a function's unpacked code have. AWS Lambda developer guide, "Lambda quotas" (2026-11). */
const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;

/**
 * Unpacks a function's or layer's code.
 * @param directory - absolute; made when it is missing
 * @throws Error for a file that is no zip file, is larger than Lambda takes, or would write outside of the directory
 */
export async function extractZip(file: string, directory: string): Promise<void> {
  // Only here: the library builds tables when it loads, and few assemblies have zip files.
  const { unzipSync } = await import('fflate');
  let unpackedBytes = 0;
  const entries = unzipSync(await readFile(file), {
    // Asked before an entry is unpacked, which then takes no more than it says.
    filter({ name, originalSize }) {
      unpackedBytes += originalSize;
      if (unpackedBytes > MAX_UNPACKED_BYTES)
        throw new Error('It unpacks to more than the 250 MB that Lambda takes.');
      return !name.endsWith('/');
    },
  });
  for (const [name, content] of Object.entries(entries)) {
    const target = resolve(directory, name);
    if (!target.startsWith(directory + sep))
      throw new Error(`The entry "${name}" lies outside of the folder.`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

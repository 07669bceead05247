/** Remembers under which input hash each step last succeeded, in one JSON file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface HashStore {
  /** @returns the hash of the step's last success; undefined when there was none */
  read(step: string): Promise<string | undefined>;
  write(step: string, hash: string): Promise<void>;
}

/** @param file - the JSON file; a missing or damaged one counts as empty */
export function createHashStore(file: string): HashStore {
  // One write after the other: steps end at the same time.
  let lastWrite: Promise<void> = Promise.resolve();
  const readAll = async (): Promise<Record<string, string>> =>
    parseHashes(await readFile(file, 'utf8').catch(() => '{}'));
  const writeOne = async (step: string, hash: string): Promise<void> => {
    const hashes = { ...(await readAll()), [step]: hash };
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(hashes, null, 2)}\n`);
  };
  return {
    read: async (step) => (await readAll())[step],
    write: (step, hash) => {
      lastWrite = lastWrite.then(() => writeOne(step, hash));
      return lastWrite;
    },
  };
}

function parseHashes(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, hash]) => typeof hash === 'string'));
  } catch {
    return {};
  }
}

/** User pools in a folder: one file for each pool, and the key that signs their tokens. */
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolContents } from '../user.ts';
import { readPoolRecord, writePoolRecord } from './pool-record.ts';
import type { UserPoolStorage } from './user-pool-storage.ts';

const KEY_FILE = 'signing-key.pem';
const POOL_SUFFIX = '.json';

/** Verifiers and a private key are nobody else's. */
const OWNER_ONLY = 0o600;

/**
 * Reads what is there; every change replaces a whole file at once, so that a process that is killed leaves either
 * the old contents or the new.
 * @throws Error when the folder can't be used, or holds what is not a user pool
 */
export async function openUserPoolStorage(directory: string): Promise<UserPoolStorage> {
  await mkdir(directory, { recursive: true });
  const names = await readdir(directory);
  const pools = new Map<string, PoolContents>();
  for (const name of names.filter((file) => file.endsWith(POOL_SUFFIX))) {
    const path = join(directory, name);
    pools.set(name.slice(0, -POOL_SUFFIX.length), parse(path, await readFile(path, 'utf8')));
  }
  const signingKey = names.includes(KEY_FILE) ? await readFile(join(directory, KEY_FILE), 'utf8') : undefined;
  return {
    pool: (userPoolId) => pools.get(userPoolId),
    savePool: (userPoolId, contents) =>
      replaceFile(directory, `${userPoolId}${POOL_SUFFIX}`, writePoolRecord(contents)),
    signingKey,
    saveSigningKey: (pem) => replaceFile(directory, KEY_FILE, pem),
  };
}

function parse(path: string, text: string): PoolContents {
  try {
    return readPoolRecord(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} is not a user pool: ${reason}`, { cause: error });
  }
}

async function replaceFile(directory: string, name: string, text: string): Promise<void> {
  const path = join(directory, name);
  const draft = `${path}.new`;
  const file = await open(draft, 'w', OWNER_ONLY);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

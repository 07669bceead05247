// Lambda's working directory is the folder of the code, /var/task. A worker thread has the engine's, and can't change it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** What functions read their bundled files with. The names hold for node:fs and, where there, for node:fs/promises. */
const READERS = ['access', 'open', 'opendir', 'readFile', 'readdir', 'realpath', 'stat', 'lstat'];
const SYNC_READERS = READERS.map((name) => `${name}Sync`);

/**
 * Lets `process.cwd()` be the folder, and relative paths of the calls that read files start there.
 * Differs from Lambda: calls that write take relative paths from the engine's folder; on Lambda they fail, since only
 * /tmp can be written to.
 * @param {string} folder absolute
 */
export function settleInFolder(folder) {
  // A process was started there.
  if (isMainThread) return;
  process.cwd = () => folder;
  for (const name of [...READERS, ...SYNC_READERS, 'exists', 'existsSync', 'createReadStream']) {
    startIn(folder, fs, name);
  }
  for (const name of READERS) startIn(folder, fs.promises, name);
  // For `import { readFileSync } from 'node:fs'`.
  syncBuiltinESMExports();
}

/** @param {string} folder @param {Record<string, any>} calls @param {string} name */
function startIn(folder, calls, name) {
  const original = calls[name];
  if (original === undefined) return;
  const replaced = (path, ...rest) =>
    original.call(calls, typeof path === 'string' && !isAbsolute(path) ? join(folder, path) : path, ...rest);
  // `util.promisify` and `realpath.native` are properties of the original.
  calls[name] = Object.assign(replaced, original);
}

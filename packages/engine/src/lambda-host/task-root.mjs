// Lambda's working directory is the folder of the code, /var/task. A worker thread has the engine's, and can't change it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { locateInLayers } from './layer-files.mjs';

/** What functions read their bundled files with. The names hold for node:fs and, where there, for node:fs/promises. */
const READERS = ['access', 'open', 'opendir', 'readFile', 'readdir', 'realpath', 'stat', 'lstat'];
const SYNC_READERS = READERS.map((name) => `${name}Sync`);

/**
 * Lets `process.cwd()` be the folder, and relative paths of the calls that read files start there. Paths below /opt
 * are led to the layers, in these calls too.
 * Differs from Lambda: calls that write take relative paths from the engine's folder; on Lambda they fail, since only
 * /tmp can be written to.
 * @param {{ codeDirectory: string, layerDirectories: readonly string[] }} settings absolute; the layer that wins first
 */
export function settleInFolder({ codeDirectory: folder, layerDirectories }) {
  // A process was started there.
  if (isMainThread && layerDirectories.length === 0) return;
  if (!isMainThread) process.cwd = () => folder;
  const locate = (path) => (isAbsolute(path) ? locateInLayers(path, layerDirectories) : join(folder, path));
  for (const name of [...READERS, ...SYNC_READERS, 'exists', 'existsSync', 'createReadStream']) {
    startIn(locate, fs, name);
  }
  for (const name of READERS) startIn(locate, fs.promises, name);
  // For `import { readFileSync } from 'node:fs'`.
  syncBuiltinESMExports();
}

/** @param {(path: string) => string} locate @param {Record<string, any>} calls @param {string} name */
function startIn(locate, calls, name) {
  const original = calls[name];
  if (original === undefined) return;
  const replaced = (path, ...rest) =>
    original.call(calls, typeof path === 'string' ? locate(path) : path, ...rest);
  // `util.promisify` and `realpath.native` are properties of the original.
  calls[name] = Object.assign(replaced, original);
}

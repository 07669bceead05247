/** Watches folders and hands on changes in batches. */
import { watch } from 'chokidar';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Milliseconds of quiet that end a batch: editors write a file in several steps. More than the 50 ms in which chokidar 4
 * swallows a second change of the same file: that one must be on disk when the batch is read.
 */
const QUIET_MS = 60;

/** In a path from the root. Asked several times for each file. */
const IGNORED_FOLDERS = /[\\/](?:node_modules|dist|\.tributary|cdk\.out)(?:[\\/]|$)/;

export interface FileWatcher {
  close(): Promise<void>;
}

export interface WatchTargets {
  readonly rootDirectory: string;
  /** Folders or files below the root; those that do not exist are left out. */
  readonly names: readonly string[];
}

/**
 * Resolves when every folder is being watched.
 * @param onChanges - called with the absolute paths of one batch, never twice at the same time
 */
export async function watchFiles(
  { rootDirectory, names }: WatchTargets,
  onChanges: (changed: readonly string[]) => Promise<void>,
): Promise<FileWatcher> {
  const pending = new Set<string>();
  let quietTimer: NodeJS.Timeout | undefined;
  let lastBatch: Promise<void> = Promise.resolve();
  const flush = (): void => {
    lastBatch = lastBatch.then(async () => {
      const batch = [...pending].sort();
      pending.clear();
      if (batch.length > 0) await onChanges(batch);
    });
  };
  const paths = names.map((name) => join(rootDirectory, name)).filter((path) => existsSync(path));
  const watcher = watch(paths, {
    ignoreInitial: true,
    ignored: (path) => IGNORED_FOLDERS.test(path.slice(rootDirectory.length)),
  });
  watcher.on('error', (error) => process.emitWarning(`Watching files: ${String(error)}`));
  watcher.on('all', (_event, path) => {
    pending.add(path);
    clearTimeout(quietTimer);
    quietTimer = setTimeout(flush, QUIET_MS);
  });
  await new Promise<void>((fulfill) => watcher.once('ready', () => fulfill()));
  return {
    close: async () => {
      clearTimeout(quietTimer);
      await watcher.close();
    },
  };
}

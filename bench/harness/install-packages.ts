/** Installs the packages of contenders where their lock files have changed since the last time. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startChild } from './child-processes.ts';
import type { Progress } from './progress.ts';

const CONTENDERS = join(import.meta.dirname, '..', 'contenders');

/** @throws Error with npm's output */
export async function installPackages(contenders: readonly string[], progress: Progress): Promise<void> {
  for (const contender of contenders) {
    const directory = join(CONTENDERS, contender);
    const stamp = join(directory, 'node_modules', '.bench-lock-hash');
    const hash = createHash('sha256')
      .update(await readFile(join(directory, 'package-lock.json')))
      .digest('hex');
    if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) continue;
    progress(`installs the packages of bench/contenders/${contender} (npm ci; once, may take minutes)`);
    const child = startChild({
      program: 'npm',
      args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      directory,
    });
    const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
    if (exitCode !== 0) throw new Error(`npm ci failed in ${directory}:\n${output}${errors}`);
    await writeFile(stamp, hash);
  }
}

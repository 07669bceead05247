/** Tributary as a contender: `tributary run` on a cloud assembly, as it is built and published. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startChild } from './child-processes.ts';
import type { Contender } from './contender.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const API_KEY = 'da2-local';

/** @param assembly - absolute folder of a cloud assembly */
export function tributary(assembly: string): Contender {
  const command = join(ROOT, 'packages', 'cli', 'bin', 'tributary.js');
  return {
    name: 'tributary',
    command: (port) => ({ args: [command, 'run', '--assembly', assembly, '--port', String(port)] }),
    ready: { kind: 'line' },
  };
}

/**
 * Runs a CDK application.
 * @param app - its file, below the root of the repository
 * @returns folder of the assembly, emptied before
 * @throws Error with its output when it fails
 */
export async function synthesize(app: string): Promise<string> {
  const assembly = join(ROOT, 'bench', 'dist', `${app.replaceAll('/', '-')}-assembly`);
  await rm(assembly, { recursive: true, force: true });
  const child = startChild({
    args: ['--import', 'tsx', app],
    directory: ROOT,
    environment: { CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' },
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdout.resume();
  const [errors, exitCode] = await Promise.all([text(child.stderr), exited]);
  if (exitCode !== 0) throw new Error(`${app} failed:\n${errors}`);
  return assembly;
}

/** One folder for everything that a run of the tests leaves in the system's temporary folder, removed at its end. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MARK = 'TRIBUTARY_TEST_FOLDER';

/**
 * Set up before the workers start, which inherit the variable that `tmpdir()` reads. Every project of the
 * configuration names this; the first one does the work.
 */
export default function setup(): (() => void) | undefined {
  if (process.env[MARK] !== undefined) return undefined;
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tributary-tests-'));
  const before = process.env['TMPDIR'];
  process.env[MARK] = folder;
  process.env['TMPDIR'] = folder;
  // What is still being written by a process that ends just now is tried again.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  // A run that is broken off with Ctrl-C comes to no teardown.
  process.once('exit', remove);
  return () => {
    delete process.env[MARK];
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    remove();
  };
}

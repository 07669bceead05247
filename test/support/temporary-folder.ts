/** One folder for everything that a run of the tests leaves in the system's temporary folder, removed at its end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MARK = 'TRIBUTARY_TEST_FOLDER';
/** Commands that tests start read and write for about this long without their parent. */
const CHILDREN_END_S = 5;

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
  // A run that is broken off by a signal comes to no teardown, and what it started may outlive it for a moment.
  const removeTwice = (): void => {
    remove();
    const script = `sleep ${String(CHILDREN_END_S)}; exec rm -rf "$1"`;
    spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: 'ignore' }).unref();
  };
  process.once('exit', removeTwice);
  return () => {
    process.off('exit', removeTwice);
    delete process.env[MARK];
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    remove();
  };
}

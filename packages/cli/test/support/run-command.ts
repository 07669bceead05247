/** Runs the built command as a user would: a process of its own, its streams, its exit code. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/tributary.js', import.meta.url));

export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything that was printed so far, both streams. */
  readonly output: () => string;
  /** Resolves with the output once the pattern is found in what was printed after `from` characters. */
  readonly waitFor: (pattern: RegExp, from?: number) => Promise<string>;
  readonly outcome: Promise<CommandOutcome>;
}

export function startCommand(args: readonly string[], directory: string): RunningCommand {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: directory,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr, both] = ['', '', ''];
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const notify = (): void => watchers.forEach((watcher) => watcher());
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
    both += chunk.toString('utf8');
    notify();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
    both += chunk.toString('utf8');
    notify();
  });
  const outcome = new Promise<CommandOutcome>((fulfill) => {
    child.once('close', (exitCode) => {
      hasEnded = true;
      notify();
      fulfill({ exitCode, stdout, stderr });
    });
  });
  const waitFor = (pattern: RegExp, from = 0): Promise<string> =>
    new Promise((fulfill, reject) => {
      const look = (): void => {
        const isFound = pattern.test(both.slice(from));
        if (!isFound && !hasEnded) return;
        watchers.delete(look);
        if (isFound) fulfill(both);
        else reject(new Error(`the command ended without ${String(pattern)}:\n${both}`));
      };
      watchers.add(look);
      look();
    });
  return { child, output: () => both, waitFor, outcome };
}

export function runCommand(args: readonly string[], directory: string): Promise<CommandOutcome> {
  return startCommand(args, directory).outcome;
}

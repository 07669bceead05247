/** Runs the `tributary` command as a user would: a child process, its output, its exit code. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'packages', 'cli', 'bin', 'tributary.js');

export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Resolves with the exit code; null after a signal that was not handled. */
  readonly exited: Promise<number | null>;
  /** Resolves with the first match; rejects with the output when the process ends first. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
}

export function startCommand(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): RunningCommand {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const onData = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of [...listeners]) listener();
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output: () => output,
    exited,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        void exited.then((code) =>
          reject(new Error(`ended with ${code} before ${String(pattern)}:\n${output}`)),
        );
        look();
      }),
  };
}

export interface RunningServer extends RunningCommand {
  readonly url: string;
  stop(): Promise<number | null>;
}

/** Starts a command that serves, and waits for its `ready` line. */
export async function startServer(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<RunningServer> {
  const command = startCommand(args, options);
  const [, url = ''] = await command.waitFor(/^ready (http\S+)/m);
  const stop = () => {
    command.child.kill('SIGTERM');
    return command.exited;
  };
  return { ...command, url, stop };
}

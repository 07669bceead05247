/** Runs a child process in a process group of its own, so that a stop ends it with everything that it started. */
import { spawn } from 'node:child_process';

export interface ChildCommand {
  /** A shell command line, or a program with its arguments. */
  readonly command: string | readonly [string, ...string[]];
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stop: AbortSignal;
}

export interface ChildOutcome {
  /** undefined: ended by a signal. */
  readonly exitCode: number | undefined;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
}

/** @throws Error when the program can't be started at all */
export function runChild({ command, directory, environment, stop }: ChildCommand): Promise<ChildOutcome> {
  const [program, ...programArguments] = typeof command === 'string' ? [command] : command;
  return new Promise((fulfill, reject) => {
    if (stop.aborted) return fulfill({ exitCode: undefined, output: '' });
    const child = spawn(program, programArguments, {
      cwd: directory,
      env: { ...process.env, ...environment },
      shell: typeof command === 'string',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const endGroup = (): void => killGroup(child.pid);
    stop.addEventListener('abort', endGroup, { once: true });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (exitCode) => {
      stop.removeEventListener('abort', endGroup);
      fulfill({ exitCode: exitCode ?? undefined, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** SIGKILL: these children keep nothing that a gentler end would save. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}

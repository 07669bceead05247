/** Every process that the bench starts: pinned to a CPU, in a group of its own, ended with the bench. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

const running = new Set<ChildProcess>();

/** The program under test has the first CPU for itself; clients and all else share the second. `any` is all of them. */
export type Cpu = 'contender' | 'client' | 'any';
const CPU_NUMBERS = { contender: 0, client: 1 } as const;

/** False on machines with one CPU, and where `taskset` (util-linux) is missing. */
export const isPinned =
  availableParallelism() > 1 && spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

export interface ChildCommand {
  readonly program?: string;
  readonly args: readonly string[];
  readonly cpu?: Cpu;
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a process with pipes; its process id is that of the program itself, since taskset replaces itself by it. */
export function startChild(command: ChildCommand) {
  const { program = process.execPath, args, cpu, directory, environment } = command;
  const pin =
    cpu !== undefined && cpu !== 'any' && isPinned ? ['taskset', '-c', String(CPU_NUMBERS[cpu])] : [];
  const [file = program, ...rest] = [...pin, program, ...args];
  const child = spawn(file, rest, {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** SIGTERM, and SIGKILL for the whole group when it is still there after three seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await closed;
  clearTimeout(timer);
}

/** For the end of the bench, whatever its reason. */
export function killAllChildren(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group ended in the meantime.
  }
}

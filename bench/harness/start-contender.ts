/** Starts a contender, usually on the contenders' CPU, and waits until it serves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './child-processes.ts';
import type { Cpu } from './child-processes.ts';
import type { Contender } from './contender.ts';
import { freePort } from './free-port.ts';

export interface RunningContender {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 50;

/** @throws Error with the contender's output when it ends or is not ready within a minute */
export async function startContender(
  contender: Contender,
  cpu: Cpu = 'contender',
): Promise<RunningContender> {
  const port = await freePort();
  const { environment, ...command } = contender.command(port);
  const child = startChild({
    ...command,
    cpu,
    environment: { NODE_ENV: 'production', ...environment },
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const deadline = performance.now() + START_TIMEOUT_MS;
  const isReady = async () =>
    contender.ready.kind === 'line' ? /^ready /m.test(output) : answers(port, contender.ready.path);
  while (!(await isReady())) {
    if (child.exitCode !== null || child.pid === undefined || performance.now() > deadline) {
      await stopChild(child);
      throw new Error(`${contender.name} did not get ready on port ${port}. Its output:\n${output}`);
    }
    await sleep(POLL_INTERVAL_MS);
  }
  // What it prints later is of no interest, and must not pile up.
  output = '';
  child.stdout.off('data', collect).resume();
  child.stderr.off('data', collect).resume();
  return { name: contender.name, port, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

async function answers(port: number, path: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  await response?.arrayBuffer();
  return response !== undefined && response.status < 500;
}

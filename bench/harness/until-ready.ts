import { groupCpuMs } from './proc.ts';
import type { startChild } from './child-processes.ts';

export interface ReadyTimes {
  /** From the start of the process to its `ready` line. */
  readonly seconds: number;
  /** Of all its processes together; half of it, on two CPUs, is the least that a start can take. */
  readonly cpuSeconds: number;
}

/**
 * @param startedAt - of `performance.now()`, before the process was started
 * @param what - for the error's message
 * @throws Error with the output when the process ends before
 */
export function untilReady(
  child: ReturnType<typeof startChild>,
  startedAt: number,
  what: string,
): Promise<ReadyTimes> {
  let output = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/^ready /m.test(output)) return;
      resolve({
        seconds: (performance.now() - startedAt) / 1000,
        cpuSeconds: groupCpuMs(child.pid ?? 0) / 1000,
      });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('close', () => reject(new Error(`${what} ended before it was ready:\n${output}`)));
  });
}

import { availableParallelism } from 'node:os';

/**
 * Starts to measure how busy this process is, threads included.
 * @returns the share of the CPU time open to it that it has used since: 0 to about 1
 */
export function startCpuShare(): () => number {
  const startedAtMs = performance.now();
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    const elapsedMs = performance.now() - startedAtMs;
    return (user + system) / 1_000 / (elapsedMs * availableParallelism());
  };
}

/** How busy the CPUs are: what the pools of environments go by when calls wait. */
import { availableParallelism, cpus } from 'node:os';

/** Milliseconds, counted from any moment. */
export interface CpuTimes {
  /** Time that has passed on the CPUs open to this process, all together. */
  readonly openMs: number;
  /** What this process has used of it, threads included. */
  readonly ownMs: number;
  /** Time of all CPUs of the machine; 0 where the system does not tell. */
  readonly machineMs: number;
  readonly machineIdleMs: number;
}

/**
 * The share of CPU time that was used: of what this process may use by itself, or of the machine's by everybody,
 * whichever is more. The first tells in a process that is held to one CPU, the second beside a build that takes them all.
 * @returns 0 to about 1
 */
export function usedShare(before: CpuTimes, after: CpuTimes): number {
  const own = (after.ownMs - before.ownMs) / (after.openMs - before.openMs);
  const machineMs = after.machineMs - before.machineMs;
  if (machineMs <= 0) return own;
  return Math.max(own, 1 - (after.machineIdleMs - before.machineIdleMs) / machineMs);
}

/** Milliseconds that a reading serves all pools: one takes a tenth of a millisecond, which calls would have to wait for. */
const READING_LIFE_MS = 10;

let latest: CpuTimes | undefined;
let latestAtMs = -Infinity;

/** Starts to measure. @returns the share used since then, when that is more than `READING_LIFE_MS` ago */
export function startCpuShare(): () => number {
  const before = currentCpuTimes();
  return () => usedShare(before, currentCpuTimes());
}

function currentCpuTimes(): CpuTimes {
  const nowMs = performance.now();
  if (latest === undefined || nowMs - latestAtMs > READING_LIFE_MS) {
    latest = readCpuTimes();
    latestAtMs = nowMs;
  }
  return latest;
}

function readCpuTimes(): CpuTimes {
  const { user, system } = process.cpuUsage();
  let machineMs = 0;
  let machineIdleMs = 0;
  for (const { times } of cpus()) {
    machineMs += times.user + times.nice + times.sys + times.idle + times.irq;
    machineIdleMs += times.idle;
  }
  const openMs = performance.now() * availableParallelism();
  return { openMs, ownMs: (user + system) / 1_000, machineMs, machineIdleMs };
}

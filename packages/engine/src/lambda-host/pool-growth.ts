/** When the calls that wait for a function get another environment. Lambda starts one at once. */

/**
 * Milliseconds that a call waits for a busy environment before another one is started; longer where the code took
 * longer to load, for the wait is over sooner then. Differs from Lambda, which starts one at once: here a burst of short
 * calls would load the same code ten times on a few cores and be slower for it.
 */
export const GROW_AFTER_MS = 100;

/**
 * The same while all CPUs are in use, by this process or by others, when another environment would take the time from
 * the busy one: counted from the last call that ended, for the busy one may be in an endless loop.
 */
const GROW_WHEN_SATURATED_AFTER_MS = 1_000;

/** The same while calls do end: they may wait for other services, which takes no CPU. Our choice. */
const GROW_WHEN_MOVING_AFTER_MS = 5_000;

/** Share of the CPUs. Our choice. */
export const SATURATED_SHARE = 0.8;

export interface WaitingCalls {
  /** Of the first in the queue. */
  readonly waitedMs: number;
  /** Since a call of the function ended; Infinity before the first. */
  readonly sinceLastEndMs: number;
  /** The longest that loading one of the busy environments took. */
  readonly loadMs: number;
  readonly isSaturated: boolean;
}

/** Milliseconds that the first call of a queue has to wait while CPUs are free. */
export function growAfterMs(loadMs: number): number {
  return Math.max(GROW_AFTER_MS, loadMs);
}

/** True when waiting on is worse than loading the code once more. */
export function isGrowthDue({ waitedMs, sinceLastEndMs, loadMs, isSaturated }: WaitingCalls): boolean {
  if (waitedMs < growAfterMs(loadMs)) return false;
  if (!isSaturated || waitedMs >= GROW_WHEN_MOVING_AFTER_MS) return true;
  return Math.min(waitedMs, sinceLastEndMs) >= GROW_WHEN_SATURATED_AFTER_MS;
}

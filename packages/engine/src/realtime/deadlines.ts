/** What is due at some time on thousands of connections, under one timer: keep-alive, end of life, credentials. */

export interface Deadlines {
  /**
   * Runs once, at most a tick later than asked, never earlier.
   * @returns a function that takes the deadline back
   */
  at(epochMs: number, run: () => void): () => void;
  stop(): void;
}

export interface DeadlineClock {
  readonly now: () => number;
  /** Calls `run` again and again @returns a function that ends it */
  readonly repeat: (run: () => void, intervalMs: number) => () => void;
}

/** Our choice: fine enough for times that AppSync counts in minutes, coarse enough to cost nothing while idle. */
export const DEADLINE_TICK_MS = 1000;

export function createDeadlines({ now, repeat }: DeadlineClock): Deadlines {
  const byTick = new Map<number, Set<() => void>>();
  const endTicking = repeat(runDue, DEADLINE_TICK_MS);

  function runDue(): void {
    const current = Math.floor(now() / DEADLINE_TICK_MS);
    const due = [...byTick.keys()].filter((tick) => tick <= current).sort((left, right) => left - right);
    for (const tick of due) {
      const runs = byTick.get(tick);
      byTick.delete(tick);
      runs?.forEach((run) => run());
    }
  }

  return {
    at(epochMs, run) {
      const tick = Math.ceil(epochMs / DEADLINE_TICK_MS);
      const runs = byTick.get(tick) ?? new Set();
      byTick.set(tick, runs.add(run));
      return () => {
        runs.delete(run);
        if (runs.size === 0 && byTick.get(tick) === runs) byTick.delete(tick);
      };
    },
    stop() {
      endTicking();
      byTick.clear();
    },
  };
}

/** The real thing for `repeat`; does not keep the process alive. */
export function repeatByInterval(run: () => void, intervalMs: number): () => void {
  const timer = setInterval(run, intervalMs).unref();
  return () => clearInterval(timer);
}

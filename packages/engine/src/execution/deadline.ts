/** AWS AppSync quotas, "Request execution time for mutations, queries, and subscriptions" (2026-11): 30 seconds. */
export const REQUEST_TIMEOUT_MS = 30_000;

export interface Deadline {
  /** True when the request's time is over: nothing is started any more. */
  isOver(): boolean;
  /** Starts the call; its answer, or `late()` when the request's time is over first. Over already: it is not started. */
  race<Answer>(start: () => Promise<Answer>, late: () => Answer): Promise<Answer>;
  clear(): void;
}

/** Runs something after so many milliseconds. @returns a function that takes it back */
export type StartTimer = (delayMs: number, run: () => void) => () => void;

/** The timer does not keep the process alive. */
export const startSystemTimer: StartTimer = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Starts counting now. */
export function startDeadline(timeoutMs: number, startTimer: StartTimer): Deadline {
  const timedOut = Symbol('timed out');
  let isOver = false;
  let end: (reason: typeof timedOut) => void = () => undefined;
  const over = new Promise<typeof timedOut>((resolve) => (end = resolve));
  const clear = startTimer(timeoutMs, () => {
    isOver = true;
    end(timedOut);
  });
  return {
    isOver: () => isOver,
    async race(start, late) {
      if (isOver) return late();
      const first = await Promise.race([start(), over]);
      return first === timedOut ? late() : first;
    },
    clear,
  };
}

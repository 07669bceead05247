/** AWS AppSync quotas, "Request execution time for mutations, queries, and subscriptions" (2026-11): 30 seconds. */
export const REQUEST_TIMEOUT_MS = 30_000;

export interface Deadline {
  /** The answer of the call, or `late()` when the request's time is over first. */
  race<Answer>(call: Promise<Answer>, late: () => Answer): Promise<Answer>;
  clear(): void;
}

/** Starts counting now. The timer does not keep the process alive. */
export function startDeadline(timeoutMs: number): Deadline {
  const timedOut = Symbol('timed out');
  let end: (reason: typeof timedOut) => void = () => undefined;
  const over = new Promise<typeof timedOut>((resolve) => (end = resolve));
  const timer = setTimeout(() => end(timedOut), timeoutMs);
  timer.unref();
  return {
    async race(call, late) {
      const first = await Promise.race([call, over]);
      return first === timedOut ? late() : first;
    },
    clear: () => clearTimeout(timer),
  };
}

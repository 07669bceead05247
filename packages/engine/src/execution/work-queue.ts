/** Work of one request that goes on when what runs now is done: first in, first out. */
export interface WorkQueue {
  add(work: () => void): void;
}

/**
 * All that waits runs in one microtask, with what it adds. Resolvers come by the hundreds, so that a promise for each of
 * their steps would cost more than the steps; and a chain of fields that are settled at once must not nest on the stack.
 */
export function createWorkQueue(): WorkQueue {
  let waiting: (() => void)[] = [];
  const runWaiting = (): void => {
    const batch = waiting;
    // Grows while it is walked.
    for (const work of batch) work();
    waiting = [];
  };
  return {
    add(work) {
      if (waiting.push(work) === 1) queueMicrotask(runWaiting);
    },
  };
}

/** Counts running resolvers instead of nesting their promises: values are written in place. */
export interface PendingCount {
  enter(): void;
  leave(): void;
  /** Resolves when all that entered have left. */
  settled(): Promise<void>;
}

export function createPendingCount(): PendingCount {
  let count = 0;
  let notify: (() => void) | undefined;
  return {
    enter() {
      count += 1;
    },
    leave() {
      count -= 1;
      if (count === 0) notify?.();
    },
    async settled() {
      while (count > 0) await new Promise<void>((resolve) => (notify = resolve));
    },
  };
}

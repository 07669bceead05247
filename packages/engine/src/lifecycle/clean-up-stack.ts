/** What was started is ended in the opposite order, at a stop as well as after a start that failed half-way. */

export interface CleanUpStack {
  add(cleanUp: () => Promise<void> | void): void;
  /** Runs each clean-up once, however often it is called; one that fails does not keep the others from running. */
  run(): Promise<void>;
}

export function createCleanUpStack(): CleanUpStack {
  const cleanUps: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  return {
    add: (cleanUp) => void cleanUps.push(cleanUp),
    run: () => (running ??= runAll(cleanUps.toReversed())),
  };
}

async function runAll(cleanUps: readonly (() => Promise<void> | void)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const cleanUp of cleanUps) {
    try {
      await cleanUp();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Some parts of the engine did not stop.');
}

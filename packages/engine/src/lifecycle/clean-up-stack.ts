/** What was started is ended in the opposite order, at a stop as well as after a start that failed half-way. */

export interface CleanUpStack {
  add(cleanUp: () => Promise<void> | void): void;
  /** Runs each clean-up once; one that fails does not keep the others from running. */
  run(): Promise<void>;
}

export function createCleanUpStack(): CleanUpStack {
  const cleanUps: (() => Promise<void> | void)[] = [];
  return {
    add: (cleanUp) => void cleanUps.push(cleanUp),
    async run() {
      const errors: unknown[] = [];
      for (let cleanUp = cleanUps.pop(); cleanUp !== undefined; cleanUp = cleanUps.pop()) {
        try {
          await cleanUp();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Some parts of the engine did not stop.');
    },
  };
}

/** Named steps with their durations, for the terminal. */
import type { EngineLogEvent } from '../contract.ts';

/** Runs one step, passes its result on, and logs how long it took. */
export type RunStep = <T>(name: string, work: () => Promise<T> | T) => Promise<T>;

export function createStepTimer(log: (event: EngineLogEvent) => void, nowMs: () => number): RunStep {
  return async (name, work) => {
    const startedAtMs = nowMs();
    const result = await work();
    log({ kind: 'step', name, durationMs: nowMs() - startedAtMs });
    return result;
  };
}

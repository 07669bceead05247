/** Progress of a command made of steps: quiet while it is quick. */
import { performance } from 'node:perf_hooks';
import { formatStep } from '../terminal/format-step.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type StepRunner = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

/** Milliseconds a command may take before it says what it does. */
const QUIET_MS = 1_000;

/**
 * Steps are announced on standard error once the command has taken a second, and named with their time at their end
 * when they took a second themselves.
 */
export function createStepRunner(terminal: Terminal): StepRunner {
  const startedAt = performance.now();
  return async (name, run) => {
    const announce = (): void => terminal.printError(terminal.colors.dim(`… ${name}`));
    const elapsedMs = performance.now() - startedAt;
    const timer = setTimeout(announce, Math.max(0, QUIET_MS - elapsedMs));
    const stepStartedAt = performance.now();
    try {
      return await run();
    } finally {
      clearTimeout(timer);
      const durationMs = performance.now() - stepStartedAt;
      if (durationMs > QUIET_MS) terminal.printError(formatStep({ name, durationMs }, terminal.colors));
    }
  };
}

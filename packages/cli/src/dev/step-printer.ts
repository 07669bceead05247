/** Prints each named step with its time when it ends. */
import { formatStep } from '../terminal/format-step.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type StepPrinter = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** A step whose work answers `unchanged` says so behind its time. @param now - milliseconds, monotonic */
export function createStepPrinter(terminal: Terminal, now: () => number): StepPrinter {
  return async (name, work) => {
    const startedAtMs = now();
    const value = await work();
    const note = value === 'unchanged' ? { note: 'unchanged' } : {};
    terminal.print(formatStep({ name, durationMs: now() - startedAtMs, ...note }, terminal.colors));
    return value;
  };
}

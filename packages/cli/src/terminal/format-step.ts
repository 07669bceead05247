import type { Colors } from './terminal.ts';

export interface StepOutcome {
  readonly name: string;
  readonly durationMs: number;
  /** A few words behind the time, for example `unchanged`. */
  readonly note?: string;
}

const NAME_WIDTH = 12;
const TIME_WIDTH = 8;

/** One line for a step that ended: name, time, note. */
export function formatStep({ name, durationMs, note }: StepOutcome, colors: Colors): string {
  const time = formatDuration(durationMs).padStart(TIME_WIDTH);
  return `${colors.green('✓')} ${name.padEnd(NAME_WIDTH)} ${colors.dim(time)}${note === undefined ? '' : `  ${colors.dim(note)}`}`;
}

/** `12 ms` below one second, `3.4 s` from there on. */
export function formatDuration(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

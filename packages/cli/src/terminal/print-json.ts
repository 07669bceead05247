import type { Terminal } from './terminal.ts';

/** Prints one JSON value for programs: the only thing on standard output under `--json`. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value, null, 2));
}

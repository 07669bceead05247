/** Public entry: run a command line inside another program. */
export { runTributary } from './run-tributary.ts';
export type { RunContext } from './run-tributary.ts';
export type { Terminal } from './terminal/terminal.ts';

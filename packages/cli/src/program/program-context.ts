/** What the commands get from the process that runs them. */
import type { Terminal } from '../terminal/terminal.ts';

export interface ProgramContext {
  readonly version: string;
  readonly terminal: Terminal;
  /** Called by commands that serve: a signal that SIGINT and SIGTERM abort. */
  readonly createStopSignal: () => AbortSignal;
  readonly setExitCode: (exitCode: number) => void;
}

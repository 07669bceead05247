/** Where commands print; the one place that touches the process's streams. */
import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  /** Results: one line or more, without the trailing newline. */
  readonly print: (text: string) => void;
  /** Faults and remarks, apart from results that a program may read. */
  readonly printError: (text: string) => void;
  readonly colors: Colors;
}

/** The terminal of this process; colors when the stream is a terminal and `NO_COLOR` is not set. */
export function createProcessTerminal(): Terminal {
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    colors: picocolors.createColors(picocolors.isColorSupported && process.stdout.isTTY),
  };
}

/** What each function has done since the engine began: for the console. */
import type { FunctionActivity, InvokeResult, LambdaLogLine } from './contract.ts';

/** Lines that are remembered for each function; our choice. */
const REMEMBERED_LINES = 20;

type Line = FunctionActivity['lastLines'][number];

export interface ActivityLog {
  addResult(functionName: string, result: InvokeResult): void;
  addLine(line: LambdaLogLine): void;
  read(functionName: string): Pick<FunctionActivity, 'invocations' | 'errors' | 'lastLines'>;
}

interface Entry {
  invocations: number;
  errors: number;
  readonly lines: Line[];
}

export function createActivityLog(): ActivityLog {
  const entries = new Map<string, Entry>();
  const entryOf = (functionName: string): Entry => {
    const entry = entries.get(functionName) ?? { invocations: 0, errors: 0, lines: [] };
    entries.set(functionName, entry);
    return entry;
  };
  return {
    addResult(functionName, { kind }) {
      const entry = entryOf(functionName);
      entry.invocations += 1;
      if (kind !== 'success') entry.errors += 1;
    },
    addLine({ functionName, level, text }) {
      const { lines } = entryOf(functionName);
      lines.push({ level, text });
      if (lines.length > REMEMBERED_LINES) lines.shift();
    },
    read(functionName) {
      const { invocations, errors, lines } = entryOf(functionName);
      return { invocations, errors, lastLines: [...lines] };
    },
  };
}

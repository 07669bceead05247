import type { EngineLogEvent } from '@tributary/engine';
import { assertNever } from '../assert-never.ts';
import { formatStep } from './format-step.ts';
import type { Terminal } from './terminal.ts';

/** Prints what the engine reports; requests only when they ended with errors. */
export function printEngineEvent(terminal: Terminal, event: EngineLogEvent): void {
  const { colors } = terminal;
  switch (event.kind) {
    case 'step':
      return terminal.print(formatStep({ name: event.name, durationMs: event.durationMs }, colors));
    case 'lambda-log':
      return terminal.print(`${colors.cyan(`[${event.functionName}]`)} ${paintLevel(terminal, event)}`);
    case 'resolver-log':
      return terminal.print(`${colors.magenta(`[${event.resolver}]`)} ${paintLevel(terminal, event)}`);
    case 'notice':
      return terminal.print(event.text);
    case 'warning':
      return terminal.print(`${colors.yellow('warning')} ${event.text}`);
    case 'request': {
      if (event.errorCount === 0) return;
      const errors = event.errorCount === 1 ? '1 error' : `${event.errorCount} errors`;
      const name = event.operationName ?? 'anonymous operation';
      return terminal.print(colors.dim(`${name}: ${errors} in ${Math.round(event.durationMs)} ms`));
    }
    default:
      return assertNever(event);
  }
}

function paintLevel({ colors }: Terminal, { level, text }: { level: string; text: string }): string {
  if (/^error$/i.test(level)) return colors.red(text);
  if (/^warn/i.test(level)) return colors.yellow(text);
  return text;
}

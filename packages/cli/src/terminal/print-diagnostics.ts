import { formatDiagnostic } from '@tributary/compiler';
import type { Diagnostic } from '@tributary/compiler';
import type { Terminal } from './terminal.ts';

/** Diagnostics shown at once; more would only scroll the first away. */
const MAX_SHOWN = 100;

/** Prints diagnostics with their code frames, and how many there are when there is more than one. */
export function printDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  const color = terminal.colors.isColorSupported;
  const shown = diagnostics.slice(0, MAX_SHOWN);
  terminal.printError(shown.map((diagnostic) => formatDiagnostic(diagnostic, { color })).join('\n\n'));
  if (diagnostics.length > 1) terminal.printError(`\n${countPhrase(diagnostics)}`);
}

function countPhrase(diagnostics: readonly Diagnostic[]): string {
  const rest = diagnostics.length > MAX_SHOWN ? `, the first ${MAX_SHOWN} shown` : '';
  const errorCount = diagnostics.filter(({ severity }) => severity === 'error').length;
  const hintCount = diagnostics.length - errorCount;
  const parts = [phrase(errorCount, 'error'), phrase(hintCount, 'hint')].filter((part) => part !== '');
  return `${parts.join(' and ')}${rest}`;
}

function phrase(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Diagnostics for people: code, place, message, code frame, notes, fix. */
import type { Diagnostic, SourceLocation } from '../model/diagnostic.ts';

export interface FormatOptions {
  /** ANSI colors. @default false */
  readonly color?: boolean;
}

/** Multi-line text without a trailing newline. */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const paint = options.color === true ? ansi : plain;
  const head =
    diagnostic.severity === 'error' ? paint('red', 'error') : paint('yellow', diagnostic.level ?? 'hint');
  const place = diagnostic.location === undefined ? '' : `  ${formatPlace(diagnostic.location)}`;
  const lines = [`${head} ${paint('bold', diagnostic.code)}${place}`, ...indent(diagnostic.message)];
  if (diagnostic.location !== undefined) lines.push(...codeFrame(diagnostic.location));
  for (const note of diagnostic.notes ?? []) {
    lines.push(
      `  note  ${note.location === undefined ? '' : `${formatPlace(note.location)}  `}${note.message}`,
    );
  }
  if (diagnostic.fix !== undefined) lines.push(`  ${paint('green', 'fix')}   ${diagnostic.fix}`);
  return lines.join('\n');
}

export function formatPlace(location: SourceLocation): string {
  return `${location.file}:${location.line}:${location.column}`;
}

function codeFrame(location: SourceLocation): string[] {
  const gutter = String(location.line);
  const marker = ' '.repeat(location.column - 1) + '^'.repeat(location.length);
  return [`  ${gutter} | ${location.lineText}`, `  ${' '.repeat(gutter.length)} | ${marker}`];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

type Style = 'red' | 'yellow' | 'green' | 'bold';
const ANSI_CODES: Record<Style, number> = { red: 31, yellow: 33, green: 32, bold: 1 };
const plain = (_style: Style, text: string) => text;
const ansi = (style: Style, text: string) => `\u001b[${ANSI_CODES[style]}m${text}\u001b[0m`;

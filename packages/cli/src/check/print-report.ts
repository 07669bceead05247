/** A check's report for people and for programs. */
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { toJsonDiagnostic } from '../terminal/json-diagnostic.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { assertNever } from '../assert-never.ts';
import type { CheckPart, CheckReport } from './check-report.ts';

const NAME_WIDTH = 12;

/** One row for each part on standard output, then the diagnostics on standard error. */
export function printReport(report: CheckReport, terminal: Terminal): void {
  terminal.print(report.map((part) => formatRow(part, terminal)).join('\n'));
  const diagnostics = report.flatMap((part) => part.diagnostics);
  if (diagnostics.length === 0) return;
  terminal.printError('');
  printDiagnostics(terminal, diagnostics);
}

function formatRow({ name, status, summary }: CheckPart, { colors }: Terminal): string {
  const text = `${name.padEnd(NAME_WIDTH)} ${colors.dim(summary)}`;
  switch (status) {
    case 'passed':
      return `${colors.green('pass')}  ${text}`;
    case 'failed':
      return `${colors.red('fail')}  ${text}`;
    case 'skipped':
      return `${colors.dim('skip')}  ${text}`;
    default:
      return assertNever(status);
  }
}

/** The documented JSON value: docs/check.md. */
export function toJsonReport(report: CheckReport): unknown {
  return {
    ok: report.every(({ status }) => status !== 'failed'),
    checks: report.map(({ diagnostics, changes, status, ...part }) => ({
      ...part,
      status,
      ok: status === 'skipped' ? null : status === 'passed',
      diagnostics: diagnostics.map(toJsonDiagnostic),
      ...(changes === undefined ? {} : { changes: changes.map(toJsonChange) }),
    })),
  };
}

function toJsonChange({ path, reason, ...change }: NonNullable<CheckPart['changes']>[number]): unknown {
  return { ...change, path: path ?? null, reason: reason ?? null };
}

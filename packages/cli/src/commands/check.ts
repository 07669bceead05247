/** `tributary check`: the named checks of a project, as a table or as JSON. */
import { resolve } from 'node:path';
import { CallError } from '../call-error.ts';
import { CHECK_NAMES } from '../check/check-report.ts';
import type { CheckName } from '../check/check-report.ts';
import { printReport, toJsonReport } from '../check/print-report.ts';
import { runParts } from '../check/run-parts.ts';
import { createStepRunner } from '../check/run-steps.ts';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { HintOption } from '../terminal/visible-hints.ts';

export interface CheckOptions {
  /** Absolute. */
  readonly project: string;
  readonly json: boolean;
  readonly hints: HintOption;
  /** Names of parts, separated by commas; all when it is missing. */
  readonly only?: string;
  /** SDL file, schema folder or git ref. */
  readonly base?: string;
  /** Folder of recorded operations. */
  readonly operations?: string;
  /** Folder of a cloud assembly. */
  readonly assembly?: string;
}

/** @throws CallError for an option that can't be followed */
export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<number> {
  const names = parseNames(options.only);
  if (options.only !== undefined) refuseMissing(names, options);
  const { base, hints, operations, project } = options;
  const assembly = options.assembly === undefined ? undefined : resolve(options.assembly);
  const step = createStepRunner(terminal);
  const report = await runParts({ project, names, base, operations, assembly, hints }, step);
  if (options.json) printJson(terminal, toJsonReport(report));
  else printReport(report, terminal);
  return report.some(({ status }) => status === 'failed') ? EXIT_BAD_INPUT : EXIT_GOOD;
}

function parseNames(only: string | undefined): ReadonlySet<CheckName> {
  if (only === undefined) return new Set(CHECK_NAMES);
  const names = only.split(',').map((name) => name.trim());
  return new Set(
    names.map((name) => {
      const known = CHECK_NAMES.find((one) => one === name);
      if (known !== undefined) return known;
      throw new CallError(`There is no check "${name}".`, `Use one of: ${CHECK_NAMES.join(', ')}.`);
    }),
  );
}

/** A part that was asked for by name is never skipped for want of its input. */
function refuseMissing(names: ReadonlySet<CheckName>, { base, operations }: CheckOptions): void {
  if (names.has('breaking') && base === undefined) {
    throw new CallError('The check "breaking" needs a base.', 'Name an SDL file or a git ref in --base.');
  }
  if (names.has('operations') && operations === undefined) {
    throw new CallError(
      'The check "operations" needs recorded operations.',
      'Name their folder in --operations.',
    );
  }
}

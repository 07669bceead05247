/** `tributary check`: the named checks of a project, as a table or as JSON. */
import { checkApi } from '@tributary/compiler';
import type { NamedCheck } from '@tributary/compiler';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { compileProject } from '../project/compile-project.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions {
  /** Absolute. */
  readonly project: string;
  readonly json: boolean;
}

/** A check that could not run because an earlier one failed has `ok: undefined`. */
type CheckRow = Omit<NamedCheck, 'ok'> & { readonly ok: boolean | undefined };

const MEANINGS: Readonly<Record<NamedCheck['name'], string>> = {
  composition: 'the subgraphs compose by the rules of Federation 2',
  dialect: "the schema and the resolvers stay within AppSync's dialect",
  limits: "code size, functions, resolvers and batches stay within AppSync's limits",
};
const NAME_WIDTH = 12;

export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<number> {
  const compiled = await compileProject(options.project);
  const rows: readonly CheckRow[] = compiled.ok
    ? checkApi(compiled.value.compilation.api)
    : [
        { name: 'composition', ok: false, diagnostics: compiled.error },
        { name: 'dialect', ok: undefined, diagnostics: [] },
        { name: 'limits', ok: undefined, diagnostics: [] },
      ];
  const hints = compiled.ok ? compiled.value.compilation.hints : [];
  const isGood = rows.every(({ ok }) => ok === true);
  if (options.json) {
    printJson(terminal, { ok: isGood, checks: rows.map((row) => ({ ...row, ok: row.ok ?? null })), hints });
  } else {
    terminal.print(rows.map((row) => formatRow(row, terminal)).join('\n'));
    const diagnostics = [...rows.flatMap((row) => row.diagnostics), ...hints];
    if (diagnostics.length > 0) terminal.printError('');
    if (diagnostics.length > 0) printDiagnostics(terminal, diagnostics);
  }
  return isGood ? EXIT_GOOD : EXIT_BAD_INPUT;
}

function formatRow({ name, ok }: CheckRow, { colors }: Terminal): string {
  const meaning = colors.dim(MEANINGS[name]);
  if (ok === undefined) return `${colors.dim('skip')}  ${name.padEnd(NAME_WIDTH)} ${meaning}`;
  return `${ok ? colors.green('pass') : colors.red('fail')}  ${name.padEnd(NAME_WIDTH)} ${meaning}`;
}

/** `tributary compose`: writes the composed contract, or with --check says which files are stale. */
import type { CompileOptions } from '@tributary/compiler';
import { schemaFiles } from '@tributary/compiler/project';
import { join, relative, resolve } from 'node:path';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { compileProject } from '../project/compile-project.ts';
import { findStaleFiles, writeStaleFiles } from '../project/schema-folder.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { visibleHints } from '../terminal/visible-hints.ts';
import type { HintOption } from '../terminal/visible-hints.ts';

export interface ComposeOptions {
  /** Absolute. */
  readonly project: string;
  readonly out?: string;
  readonly check: boolean;
  /** Tags of a contract in place of the project's. */
  readonly includeTag?: readonly string[];
  readonly excludeTag?: readonly string[];
  readonly json: boolean;
  readonly hints: HintOption;
}

export async function runCompose(options: ComposeOptions, terminal: Terminal): Promise<number> {
  const compiled = await compileProject(options.project, contractOf(options));
  if (!compiled.ok) {
    if (options.json) printJson(terminal, { ok: false, diagnostics: compiled.error });
    else printDiagnostics(terminal, compiled.error);
    return EXIT_BAD_INPUT;
  }
  const { api } = compiled.value.compilation;
  const hints = visibleHints(compiled.value.compilation.hints, options.hints);
  const files = schemaFiles(api);
  const directory = options.out === undefined ? join(options.project, 'schema') : resolve(options.out);
  const changed = options.check
    ? await findStaleFiles(directory, files)
    : await writeStaleFiles(directory, files);
  const isStale = options.check && changed.length > 0;
  if (options.json) {
    printJson(terminal, {
      ok: !isStale,
      directory,
      files: Object.keys(files).sort(),
      changed,
      diagnostics: hints,
    });
  } else {
    if (hints.length > 0) printDiagnostics(terminal, hints);
    printOutcome({ directory, changed, isCheck: options.check }, terminal);
  }
  return isStale ? EXIT_BAD_INPUT : EXIT_GOOD;
}

function contractOf({ includeTag = [], excludeTag = [] }: ComposeOptions): CompileOptions {
  const isNamed = includeTag.length + excludeTag.length > 0;
  return isNamed ? { contract: { include: includeTag, exclude: excludeTag } } : {};
}

interface Outcome {
  readonly directory: string;
  readonly changed: readonly string[];
  readonly isCheck: boolean;
}

function printOutcome({ directory, changed, isCheck }: Outcome, terminal: Terminal): void {
  const paths = changed.map((name) => relative(process.cwd(), join(directory, name)));
  if (changed.length === 0) terminal.print(`${relative(process.cwd(), directory) || '.'} is up to date`);
  else if (!isCheck) terminal.print(paths.map((path) => `wrote ${path}`).join('\n'));
  else
    terminal.printError(
      [...paths.map((path) => `stale ${path}`), 'Run "tributary compose" and commit the files.'].join('\n'),
    );
}

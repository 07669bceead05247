/** `tributary plan`: the resolver tree of an operation with the data-source calls that it makes. */
import { formatPlan, planOperation } from '@tributary/compiler';
import { readFile } from 'node:fs/promises';
import { CallError } from '../call-error.ts';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { compileProject } from '../project/compile-project.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface PlanOptions {
  /** Absolute. */
  readonly project: string;
  /** Path of a GraphQL document. */
  readonly operationFile: string;
  /** Which operation of the document; required when it holds several. */
  readonly operation?: string;
  readonly json: boolean;
}

export async function runPlan(options: PlanOptions, terminal: Terminal): Promise<number> {
  const text = await readOperation(options.operationFile);
  const compiled = await compileProject(options.project);
  const plan = compiled.ok
    ? planOperation(compiled.value.compilation, text, {
        file: options.operationFile,
        ...(options.operation === undefined ? {} : { operationName: options.operation }),
      })
    : compiled;
  if (!plan.ok) {
    if (options.json) printJson(terminal, { ok: false, diagnostics: plan.error });
    else printDiagnostics(terminal, plan.error);
    return EXIT_BAD_INPUT;
  }
  if (options.json) printJson(terminal, { ok: true, plan: plan.value });
  else terminal.print(formatPlan(plan.value));
  return EXIT_GOOD;
}

async function readOperation(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'does not exist' : `can't be read: ${String(error)}`;
    throw new CallError(`The operation file ${path} ${reason}.`, 'Name a file with a GraphQL document.');
  }
}

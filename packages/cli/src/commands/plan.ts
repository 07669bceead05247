/** `tributary plan`: the resolver tree of an operation with the data-source calls that it makes. */
import { formatPlan, labelsOf, planOperation } from '@tributary/compiler';
import type { Compilation } from '@tributary/compiler';
import { readFile } from 'node:fs/promises';
import { CallError } from '../call-error.ts';
import { EXIT_BAD_INPUT, EXIT_GOOD } from '../exit-codes.ts';
import { InputError } from '../input-error.ts';
import { compileProject } from '../project/compile-project.ts';
import { compileServed } from '../serve/compile-served.ts';
import type { ServedFiles } from '../serve/compile-served.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { toJsonDiagnostic } from '../terminal/json-diagnostic.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { isRecord } from '../is-record.ts';

/** Of what `serve` would serve, when files are named; else of the project. */
export interface PlanOptions extends ServedFiles {
  /** Absolute. */
  readonly project: string;
  /** Path of a GraphQL document. */
  readonly operationFile: string;
  /** Which operation of the document; required when it holds several. */
  readonly operation?: string;
  /** Path of a JSON file with the values of variables. */
  readonly variables?: string;
  /** Of `@override`: those that are active. */
  readonly labels: readonly string[];
  readonly json: boolean;
}

export async function runPlan(options: PlanOptions, terminal: Terminal): Promise<number> {
  const text = await readOperation(options.operationFile);
  const variables = options.variables === undefined ? {} : await readVariables(options.variables);
  const isServed = options.subgraphs !== undefined || options.supergraph !== undefined;
  const compiled = isServed ? await compileForServing(options) : await compileProject(options.project);
  const plan = compiled.ok
    ? planOperation(compiled.value.compilation, text, {
        file: options.operationFile,
        variables,
        isServed,
        labels: knownLabels(compiled.value.compilation, options.labels),
        ...(options.operation === undefined ? {} : { operationName: options.operation }),
      })
    : compiled;
  if (!plan.ok) {
    if (options.json) printJson(terminal, { ok: false, diagnostics: plan.error.map(toJsonDiagnostic) });
    else printDiagnostics(terminal, plan.error);
    return EXIT_BAD_INPUT;
  }
  if (options.json) printJson(terminal, { ok: true, plan: plan.value });
  else terminal.print(formatPlan(plan.value));
  return EXIT_GOOD;
}

/** @returns like what a project compiles to, as far as plans need it */
async function compileForServing(files: ServedFiles) {
  const { compiled } = await compileServed(files);
  return compiled.ok ? { ok: true as const, value: { compilation: compiled.compilation } } : compiled;
}

/** @throws CallError for a label that no `@override` has, or that is settled at compile time */
function knownLabels({ model }: Compilation, labels: readonly string[]): ReadonlySet<string> {
  const known = labelsOf(model);
  const unknown = labels.find((label) => !known.includes(label));
  if (unknown === undefined) return new Set(labels);
  const fix =
    known.length === 0
      ? 'Leave --label out: every owner is settled when the API is compiled.'
      : `Labels that are decided at run time: ${known.join(', ')}.`;
  throw new CallError(`No @override has the label "${unknown}" that is decided at run time.`, fix);
}

async function readOperation(path: string): Promise<string> {
  return readText(path, 'operation', 'Name a file with a GraphQL document.');
}

/** @throws InputError for a file that is no JSON object */
async function readVariables(path: string): Promise<Readonly<Record<string, unknown>>> {
  const fix = 'Write one JSON object with the values of the variables, for example { "id": "p-0001" }.';
  const text = await readText(path, 'variables', fix);
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError(`The variables file ${path} is not JSON: ${error.message}.`, fix);
  }
  throw new InputError(`The variables file ${path} is no JSON object.`, fix);
}

/** @throws CallError when the file can't be read */
async function readText(path: string, what: string, fix: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'does not exist' : `can't be read: ${String(error)}`;
    throw new CallError(`The ${what} file ${path} ${reason}.`, fix);
  }
}

/** Runs the parts of `tributary check` that were asked for, in order; those that build on a failed one are skipped. */
import { buildApiSchema, checkApi } from '@tributary/compiler';
import type { Diagnostic } from '@tributary/compiler';
import { compileProject } from '../project/compile-project.ts';
import type { CompiledProject } from '../project/compile-project.ts';
import { visibleHints } from '../terminal/visible-hints.ts';
import type { HintOption } from '../terminal/visible-hints.ts';
import { measureAssembly } from './assembly-measures.ts';
import { readBaseSchema } from './base-schema.ts';
import { checkBreaking } from './check-breaking.ts';
import { checkLimits } from './check-limits.ts';
import { checkOperations } from './check-operations.ts';
import { CHECK_NAMES, finishedPart, skippedPart } from './check-report.ts';
import type { CheckName, CheckPart, CheckReport } from './check-report.ts';
import { readOperationFiles } from './read-operation-files.ts';
import { parseRecordedOperations } from './recorded-operations.ts';
import type { RecordedOperations } from './recorded-operations.ts';
import type { StepRunner } from './run-steps.ts';

export interface CheckInput {
  /** Absolute folder of the project. */
  readonly project: string;
  /** The parts asked for. */
  readonly names: ReadonlySet<CheckName>;
  readonly base: string | undefined;
  readonly operations: string | undefined;
  readonly assembly: string | undefined;
  /** Which hints about composition to tell. */
  readonly hints: HintOption;
}

export async function runParts(input: CheckInput, step: StepRunner): Promise<CheckReport> {
  // Files that the call names are read first: a wrong call should not wait for the compiler.
  const recorded = await step('read operations', () => readRecorded(input.operations));
  const assembly = await step('read assembly', async () =>
    input.assembly === undefined ? [] : measureAssembly(input.assembly),
  );
  const wantsBase = input.base !== undefined && input.names.has('breaking');
  const base = wantsBase
    ? await step('read base', () => readBaseSchema(input.base ?? '', input.project))
    : undefined;
  const compiled = await step('compose', () => compileProject(input.project));
  if (!compiled.ok) return failedComposition(input, compiled.error);
  const { api } = compiled.value.compilation;
  const { sources } = compiled.value.project;
  const schema = buildApiSchema(api.schema, 'api.graphql');

  const run: Readonly<Record<CheckName, () => CheckPart | Promise<CheckPart>>> = {
    composition: () => compositionPart(compiled.value, input.hints),
    appsync: () => appsyncPart(compiled.value, input.hints),
    limits: () => checkLimits({ api, assembly, sources }),
    breaking: () =>
      base === undefined
        ? skippedPart('breaking', 'no base: name one with --base')
        : checkBreaking({ base, current: schema, recorded, sources }),
    operations: () =>
      recorded === undefined
        ? skippedPart('operations', 'no recorded operations: name a folder with --operations')
        : checkOperations(schema, recorded),
  };
  const parts: CheckPart[] = [];
  for (const name of CHECK_NAMES) {
    const isAsked = input.names.has(name);
    parts.push(isAsked ? await step(name, async () => run[name]()) : skippedPart(name, 'not asked for'));
  }
  return parts;
}

async function readRecorded(path: string | undefined): Promise<RecordedOperations | undefined> {
  return path === undefined ? undefined : parseRecordedOperations(await readOperationFiles(path));
}

/** Shown whether asked for or not: no other part can be told without it. */
function failedComposition({ names }: CheckInput, errors: readonly Diagnostic[]): CheckReport {
  const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
  return CHECK_NAMES.map((name) => {
    if (name === 'composition') return finishedPart(name, count, errors);
    return skippedPart(name, names.has(name) ? 'composition failed' : 'not asked for');
  });
}

function compositionPart({ compilation, project }: CompiledProject, shown: HintOption): CheckPart {
  const hints = visibleHints(compilation.hints, shown).filter(({ code }) => !code.startsWith('APPSYNC_'));
  const count = project.subgraphs.length;
  return finishedPart('composition', `${count} ${count === 1 ? 'subgraph' : 'subgraphs'} compose`, hints);
}

function appsyncPart({ compilation }: CompiledProject, shown: HintOption): CheckPart {
  const faults = checkApi(compilation.api).flatMap(({ name, diagnostics }) =>
    name === 'appsync' ? diagnostics : [],
  );
  const hints = visibleHints(compilation.hints, shown).filter(({ code }) => code.startsWith('APPSYNC_'));
  const { resolvers, functions } = compilation.api;
  const summary = `${resolvers.length} resolvers and ${functions.length} functions in AppSync's dialect`;
  return finishedPart('appsync', summary, [...faults, ...hints]);
}

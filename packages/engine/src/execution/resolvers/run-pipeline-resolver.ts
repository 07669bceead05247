import type { ResolverContext } from '../../runtime/contract.ts';
import type { FieldResolver } from './field-resolver.ts';
import { afterFunctions, withPrevious } from './handler-contexts.ts';
import { FAILED, type ResolverRun, runHandler } from './resolver-run.ts';
import { runStep } from './run-step.ts';

type PipelineResolver = Extract<FieldResolver, { kind: 'pipeline' }>;

/**
 * AppSync developer guide, "Pipeline resolvers": before handler, functions in order, after handler. An early return of
 * the before handler skips all functions unless it says `NEXT`; one of a function goes on with the next function
 * unless it says `END`. The after handler runs in each of these cases.
 */
export function runPipelineResolver(
  run: ResolverRun,
  resolver: PipelineResolver,
  context: ResolverContext,
): void {
  const { code, label, steps } = resolver;
  const runAfterHandler = (result: unknown): void => {
    if (!code.has('response')) return run.settle({ kind: 'value', value: result });
    const after = runHandler(run, { code, name: 'response', label }, afterFunctions(context, result));
    run.settle(after.kind === 'failed' ? FAILED : { kind: 'value', value: after.value });
  };
  const runFunctionsFrom = (index: number, result: unknown): void => {
    const step = steps[index];
    if (step === undefined) return runAfterHandler(result);
    run.scope.scheduler.moveTo(run.activity, index + 1);
    runStep(run, { step, context: withPrevious(context, result) }, (outcome) => {
      if (outcome.kind === 'failed') return run.settle(FAILED);
      const isOver = outcome.kind === 'early-return' && outcome.skipTo === 'END';
      runFunctionsFrom(isOver ? steps.length : index + 1, outcome.value ?? null);
    });
  };

  const before = runHandler(run, { code, name: 'request', label }, context);
  if (before.kind === 'failed') return run.settle(FAILED);
  const skipsFunctions = before.kind === 'early-return' && before.skipTo !== 'NEXT';
  runFunctionsFrom(skipsFunctions ? steps.length : 0, before.value ?? null);
}

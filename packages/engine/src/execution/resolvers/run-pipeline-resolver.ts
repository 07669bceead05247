import type { ResolverContext } from '../../runtime/contract.ts';
import type { FieldResolver } from './field-resolver.ts';
import { FAILED, type ResolverOutcome, type ResolverRun, runHandler } from './resolver-run.ts';
import { runStep, withResult } from './run-step.ts';

type PipelineResolver = Extract<FieldResolver, { kind: 'pipeline' }>;

/**
 * AppSync developer guide, "Pipeline resolvers": before handler, functions in order, after handler. An early return of
 * the before handler skips all functions unless it says `NEXT`; one of a function goes on with the next function
 * unless it says `END`. The after handler runs in each of these cases.
 */
export async function runPipelineResolver(
  run: ResolverRun,
  resolver: PipelineResolver,
  context: ResolverContext,
): Promise<ResolverOutcome> {
  const { code, label, steps } = resolver;
  const before = runHandler(run, { code, name: 'request', label }, context);
  if (before.kind === 'failed') return FAILED;
  const skipsFunctions = before.kind === 'early-return' && before.skipTo !== 'NEXT';
  let result = before.value ?? null;
  for (const [index, step] of skipsFunctions ? [] : steps.entries()) {
    run.activity.moveTo(index);
    const outcome = await runStep(run, step, withResult(context, { prev: { result } }));
    if (outcome.kind === 'failed') return FAILED;
    result = outcome.value ?? null;
    if (outcome.kind === 'early-return' && outcome.skipTo === 'END') break;
  }
  if (!code.has('response')) return { kind: 'value', value: result };
  const after = runHandler(
    run,
    { code, name: 'response', label },
    withResult(context, { prev: { result }, result }),
  );
  return after.kind === 'failed' ? FAILED : { kind: 'value', value: after.value };
}

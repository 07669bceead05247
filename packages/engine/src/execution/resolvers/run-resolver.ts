import { assertNever } from '../../model/assert-never.ts';
import type { ResolverContext } from '../../runtime/contract.ts';
import { toPath } from '../completion/position.ts';
import type { FieldResolver } from './field-resolver.ts';
import { createResolverContext } from './resolver-context.ts';
import type { ResolverOutcome, ResolverRun } from './resolver-run.ts';
import { runDirectLambdaResolver } from './run-direct-lambda-resolver.ts';
import { runPipelineResolver } from './run-pipeline-resolver.ts';
import { runUnitResolver } from './run-unit-resolver.ts';

/**
 * Runs a field's resolver to its value, or takes the value from the API's cache, in which case neither handlers nor
 * data source run. Errors have been reported when it comes back.
 */
export async function runResolver(run: ResolverRun, resolver: FieldResolver): Promise<ResolverOutcome> {
  const { scope, field, position } = run;
  const context = createResolverContext(scope, field);
  // Made before the handlers run: they may change the arguments.
  const slot = scope.cache?.field(field.plan.parentTypeName, field.plan.name, context);
  if (slot === undefined) return runWithContext(run, resolver, context);
  const hit = slot.read();
  if (hit !== undefined) return { kind: 'value', value: hit.value };
  const errorsBefore = scope.errors.length;
  const outcome = await runWithContext(run, resolver, context);
  const path = JSON.stringify(toPath(position));
  const isClean = !scope.errors.slice(errorsBefore).some((entry) => JSON.stringify(entry['path']) === path);
  // A value with errors beside it would come without them the next time.
  if (outcome.kind === 'value' && isClean) slot.write(outcome.value);
  return outcome;
}

function runWithContext(
  run: ResolverRun,
  resolver: FieldResolver,
  context: ResolverContext,
): Promise<ResolverOutcome> {
  switch (resolver.kind) {
    case 'unit':
      return runUnitResolver(run, resolver.step, context);
    case 'pipeline':
      return runPipelineResolver(run, resolver, context);
    case 'direct-lambda':
      return runDirectLambdaResolver(run, resolver, context);
    default:
      return assertNever(resolver);
  }
}

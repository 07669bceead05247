import { assertNever } from '../../model/assert-never.ts';
import type { ResolverContext } from '../../runtime/contract.ts';
import { toPath } from '../completion/position.ts';
import type { CodedResolver } from './field-resolver.ts';
import { createResolverContext } from './resolver-context.ts';
import type { ResolverOutcome, ResolverRun } from './resolver-run.ts';
import { runDirectLambdaResolver } from './run-direct-lambda-resolver.ts';
import { runPipelineResolver } from './run-pipeline-resolver.ts';
import { runUnitResolver } from './run-unit-resolver.ts';

/**
 * Runs a field's resolver until it settles, or takes the value from the API's cache, in which case neither handlers nor
 * data source run.
 */
export function runResolver(run: ResolverRun, resolver: CodedResolver): void {
  const { scope, field } = run;
  const context = createResolverContext(scope, field);
  // Made before the handlers run: they may change the arguments.
  const slot = scope.cache?.field(field.plan.parentTypeName, field.plan.name, context);
  if (slot === undefined) return runWithContext(run, resolver, context);
  const hit = slot.read();
  if (hit !== undefined) return run.settle({ kind: 'value', value: hit.value });
  const errorsBefore = scope.errors.length;
  const settle = (outcome: ResolverOutcome): void => {
    // A value with errors beside it would come without them the next time.
    if (outcome.kind === 'value' && !hasErrorsSince(run, errorsBefore)) slot.write(outcome.value);
    run.settle(outcome);
  };
  runWithContext({ ...run, settle }, resolver, context);
}

function hasErrorsSince({ scope, position }: ResolverRun, errorsBefore: number): boolean {
  const path = JSON.stringify(toPath(position));
  return scope.errors.slice(errorsBefore).some((entry) => JSON.stringify(entry['path']) === path);
}

function runWithContext(run: ResolverRun, resolver: CodedResolver, context: ResolverContext): void {
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

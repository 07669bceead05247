import { assertNever } from '../../model/assert-never.ts';
import type { FieldResolver } from './field-resolver.ts';
import { createResolverContext } from './resolver-context.ts';
import type { ResolverOutcome, ResolverRun } from './resolver-run.ts';
import { runDirectLambdaResolver } from './run-direct-lambda-resolver.ts';
import { runPipelineResolver } from './run-pipeline-resolver.ts';
import { runUnitResolver } from './run-unit-resolver.ts';

/** Runs a field's resolver to its value. Errors have been reported when it comes back. */
export function runResolver(run: ResolverRun, resolver: FieldResolver): Promise<ResolverOutcome> {
  const context = createResolverContext(run.scope, run.field);
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

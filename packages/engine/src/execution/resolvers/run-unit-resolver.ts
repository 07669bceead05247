import type { ResolverContext } from '../../runtime/contract.ts';
import type { ResolverStep } from './field-resolver.ts';
import { FAILED, type ResolverRun, reportError } from './resolver-run.ts';
import { runStep } from './run-step.ts';

/**
 * AppSync developer guide, "Unit resolvers": an early return in the request handler is the field's value. Without a
 * value it is reported to fail on the service (aws-appsync-community issue 280, open 2026-11).
 */
export function runUnitResolver(run: ResolverRun, step: ResolverStep, context: ResolverContext): void {
  runStep(run, { step, context }, (outcome) => {
    const isEmpty =
      outcome.kind === 'early-return' && (outcome.value === null || outcome.value === undefined);
    if (isEmpty && run.scope.options.emptyEarlyReturn === 'fails') {
      reportError(run, { message: 'Runtime Error', errorType: 'Code', data: null, errorInfo: null });
      return run.settle(FAILED);
    }
    run.settle(outcome.kind === 'failed' ? FAILED : { kind: 'value', value: outcome.value });
  });
}

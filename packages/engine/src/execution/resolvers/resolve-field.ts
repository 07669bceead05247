import { type Execution, type ResolverStart, completeValue } from '../completion/execute-fields.ts';
import { placesOfFault, toPath, writeNull } from '../completion/position.ts';
import { toResolverEntry } from '../error-entries.ts';
import { resolveNatively } from './resolve-natively.ts';
import type { ResolverOutcome, ResolverRun } from './resolver-run.ts';
import { FAILED } from './resolver-run.ts';
import { runResolver } from './run-resolver.ts';
import type { RunningOperation } from './running-operation.ts';

/** AWS AppSync developer guide, "ResolverCountLimit". */
const RESOLVER_LIMIT_ERROR = {
  message: 'Resolver execution limit reached.',
  errorType: 'ResolverExecutionLimitReached',
  data: null,
  errorInfo: null,
};

/**
 * What is left of a request whose 30 seconds are over.
 * Differs or unconfirmed: users report the text; the type and where it stands are not published.
 */
const REQUEST_TIMEOUT_ERROR = {
  message: 'Execution timed out',
  errorType: 'ExecutionTimeout',
  data: null,
  errorInfo: null,
};

/** Starts a field's resolver; its value is completed in the field's place when it is there. Never throws. */
export function resolveField(operation: RunningOperation, execution: Execution, start: ResolverStart): void {
  const { scope, selection, limits, pending } = operation;
  const { group, plan, position, source } = start;
  const { resolver } = plan;
  if (resolver === undefined) return;
  const fail = (error: typeof RESOLVER_LIMIT_ERROR): void => {
    for (const place of placesOfFault(position)) {
      scope.errors.push(toResolverEntry(error, { path: toPath(place), locations: group.locations }));
      writeNull(place);
    }
  };
  if (scope.deadline.isOver()) {
    return fail(REQUEST_TIMEOUT_ERROR);
  }
  if (scope.trace.countResolver() > limits.resolverCount) {
    return fail(RESOLVER_LIMIT_ERROR);
  }
  if (resolver.kind === 'native') {
    return resolveNatively(operation, execution, { start, resolver: resolver.resolve });
  }
  const failByBug = (fault: unknown): void => {
    const message = `Internal error in the engine: ${String(fault)}`;
    fail({ message, errorType: 'InternalFailure', data: null, errorInfo: null });
  };

  const activity = scope.scheduler.enter(group);
  pending.enter();
  let isSettled = false;
  const finish = (outcome: ResolverOutcome): void => {
    try {
      if (outcome.kind === 'failed') writeNull(position);
      else completeValue(execution, plan.shape, { group, position, value: outcome.value });
    } catch (fault) {
      failByBug(fault);
    } finally {
      scope.scheduler.leave(activity);
      pending.leave();
    }
  };
  const run: ResolverRun = {
    scope,
    position,
    activity,
    field: { group, plan, source, selection },
    settle(outcome) {
      if (isSettled) return;
      isSettled = true;
      scope.queue.add(() => finish(outcome));
    },
    resume(proceed) {
      try {
        proceed();
      } catch (fault) {
        run.crash(fault);
      }
    },
    crash(fault) {
      if (!isSettled) failByBug(fault);
      run.settle(FAILED);
    },
  };
  operation.fieldStarts.add(group, () => {
    scope.scheduler.moveTo(activity, 1);
    run.resume(() => runResolver(run, resolver));
  });
}

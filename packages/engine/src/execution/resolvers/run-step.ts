/** Request handler, data source, response handler: the part that unit resolvers and pipeline functions share. */
import type { DataSourceAnswer } from '../../data-sources/index.ts';
import type { ResolverContext } from '../../runtime/contract.ts';
import { callDataSource } from './call-data-source.ts';
import type { ResolverStep } from './field-resolver.ts';
import { withAnswer } from './handler-contexts.ts';
import { FAILED, type ResolverRun, reportError, runHandler } from './resolver-run.ts';

export type StepOutcome =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `runtime.earlyReturn` in the request handler: neither data source nor response handler ran. */
  | { readonly kind: 'early-return'; readonly value: unknown; readonly skipTo: 'END' | 'NEXT' | undefined }
  | { readonly kind: 'failed' };

export interface StepStart {
  readonly step: ResolverStep;
  readonly context: ResolverContext;
}

/** A data source's error does not fail the field: the response handler sees it as `ctx.error` and decides. */
export function runStep(run: ResolverRun, start: StepStart, next: (outcome: StepOutcome) => void): void {
  const { step, context } = start;
  const { code, label } = step;
  const request = runHandler(run, { code, name: 'request', label }, context);
  if (request.kind === 'failed') return next(request);
  if (request.kind === 'early-return') {
    return next({ kind: 'early-return', value: request.value, skipTo: request.skipTo });
  }
  callDataSource(run, { step, request: request.value }, (answer) => next(respond(run, start, answer)));
}

function respond(run: ResolverRun, { step, context }: StepStart, answer: DataSourceAnswer): StepOutcome {
  if (answer.kind === 'refused') {
    const { message, type } = answer.error;
    reportError(run, { message, errorType: type, data: null, errorInfo: null });
    return FAILED;
  }
  const { code, label } = step;
  if (!code.has('response')) return { kind: 'value', value: answer.result };
  const response = runHandler(run, { code, name: 'response', label }, withAnswer(context, answer));
  return response.kind === 'failed' ? response : { kind: 'value', value: response.value };
}

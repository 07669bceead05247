/** Request handler, data source, response handler: the part that unit resolvers and pipeline functions share. */
import type { ResolverContext } from '../../runtime/contract.ts';
import { callDataSource } from './call-data-source.ts';
import type { ResolverStep } from './field-resolver.ts';
import { type ResolverRun, reportError, runHandler } from './resolver-run.ts';

export type StepOutcome =
  | { readonly kind: 'value'; readonly value: unknown }
  /** `runtime.earlyReturn` in the request handler: neither data source nor response handler ran. */
  | { readonly kind: 'early-return'; readonly value: unknown; readonly skipTo: 'END' | 'NEXT' | undefined }
  | { readonly kind: 'failed' };

/** A data source's error does not fail the field: the response handler sees it as `ctx.error` and decides. */
export async function runStep(
  run: ResolverRun,
  step: ResolverStep,
  context: ResolverContext,
): Promise<StepOutcome> {
  const { code, label } = step;
  const request = runHandler(run, { code, name: 'request', label }, context);
  if (request.kind === 'failed') return request;
  if (request.kind === 'early-return') {
    return { kind: 'early-return', value: request.value, skipTo: request.skipTo };
  }
  const answer = await callDataSource(run, step, request.value);
  if (answer.kind === 'refused') {
    reportError(run, {
      message: answer.error.message,
      errorType: answer.error.type,
      data: null,
      errorInfo: null,
    });
    return { kind: 'failed' };
  }
  if (!code.has('response')) return { kind: 'value', value: answer.result };
  const { result, error } = answer;
  const response = runHandler(run, { code, name: 'response', label }, withResult(context, { result, error }));
  return response.kind === 'failed' ? response : { kind: 'value', value: response.value };
}

/** The same context with more on it; `info` keeps its hidden properties because it is the same object. */
export function withResult(
  context: ResolverContext,
  more: Pick<ResolverContext, 'result' | 'error' | 'prev'>,
): ResolverContext {
  return { ...context, ...more };
}

/** Outcomes that the host itself states, in the words of the Lambda service. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult } from './contract.ts';

export interface ErrorPayload {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** Bytes of a response. AWS Lambda developer guide, "Lambda quotas": 6 MB (checked 2026-11-21). */
const MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

export function functionError(error: ErrorPayload, durationMs: number): InvokeResult {
  return { kind: 'function-error', ...error, durationMs };
}

/** The result of a handler; a function error when it is larger than Lambda returns. */
export function handlerResult(
  { payload, sizeBytes }: { readonly payload: unknown; readonly sizeBytes: number },
  durationMs: number,
): InvokeResult {
  if (sizeBytes <= MAX_RESPONSE_BYTES) return { kind: 'success', payload, durationMs };
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`;
  return functionError({ errorType: 'Function.ResponseSizeTooLarge', errorMessage, trace: [] }, durationMs);
}

/** Why a worker ended under a call. */
export type WorkerEnd =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'killed' };

export function runtimeExited(end: WorkerEnd, requestId: string, durationMs: number): InvokeResult {
  const errorType = end.kind === 'out-of-memory' ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';
  const errorMessage = `RequestId: ${requestId} Error: ${describeEnd(end)}`;
  return functionError({ errorType, errorMessage, trace: [] }, durationMs);
}

function describeEnd(end: WorkerEnd): string {
  switch (end.kind) {
    case 'exited':
      return end.status === 0
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: exit status ${end.status}`;
    case 'out-of-memory':
    case 'killed':
      return 'Runtime exited with error: signal: killed';
  }
}

interface Timeout {
  readonly timeoutMs: number;
  readonly requestId: string;
  readonly nowEpochMs: number;
  readonly durationMs: number;
}

export function timedOut({ timeoutMs, requestId, nowEpochMs, durationMs }: Timeout): InvokeResult {
  const seconds = (timeoutMs / 1000).toFixed(2);
  const errorMessage = `${new Date(nowEpochMs).toISOString()} ${requestId} Task timed out after ${seconds} seconds`;
  return { kind: 'timed-out', errorMessage, durationMs };
}

/** The answer of a function that can't run on this machine. */
export function notRunnable({ functionName, notRunnable: reason = '' }: LambdaFunctionModel): InvokeResult {
  const errorMessage = `The function "${functionName}" does not run on this machine: ${reason}.`;
  return functionError({ errorType: 'Runtime.NotSupported', errorMessage, trace: [] }, 0);
}

/** The answer to calls that come when the host is stopped, or still wait then. */
export const HOST_STOPPED: InvokeResult = functionError(
  { errorType: 'ServiceException', errorMessage: 'The Lambda host is stopped', trace: [] },
  0,
);

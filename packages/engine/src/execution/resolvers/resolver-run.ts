/** One execution of one resolver: what its handlers and data-source calls need to know. */
import { assertNever } from '../../model/assert-never.ts';
import type { Evaluation, LoadedCode, ResolverContext, ResolverError } from '../../runtime/contract.ts';
import type { Position } from '../completion/position.ts';
import { toPath } from '../completion/position.ts';
import { unauthorizedMessage } from '../completion/execute-fields.ts';
import { toResolverEntry } from '../error-entries.ts';
import type { RequestScope } from '../request-scope.ts';
import { addExtensionCalls } from './add-extension-calls.ts';
import { addResponseHeaders } from './add-response-headers.ts';
import type { Activity } from './batch-scheduler.ts';
import { filterErrorData } from './filter-error-data.ts';
import type { ResolverField } from './resolver-context.ts';

export interface ResolverRun {
  readonly scope: RequestScope;
  readonly field: ResolverField;
  readonly position: Position;
  readonly activity: Activity;
  /** Ends the run, once: what comes later counts for nothing. Errors have been reported by then. */
  readonly settle: (outcome: ResolverOutcome) => void;
  /** Goes on when an answer is there; whatever is thrown on the way is a bug of the engine. */
  readonly resume: (proceed: () => void) => void;
  /** For bugs of the engine: the field fails with their text. */
  readonly crash: (fault: unknown) => void;
}

/** A field that failed has reported its error already. */
export type ResolverOutcome =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'failed' };

export const FAILED = { kind: 'failed' } as const;

/** What the caller of a handler has to act on; errors and side effects are taken care of. */
export type HandlerOutcome =
  Extract<Evaluation, { kind: 'value' | 'early-return' }> | { readonly kind: 'failed' };

/** Runs a handler, reports its errors, and collects its logs, response headers and `extensions` calls. */
export function runHandler(
  run: ResolverRun,
  handler: { readonly code: LoadedCode; readonly name: 'request' | 'response'; readonly label: string },
  context: ResolverContext,
): HandlerOutcome {
  const evaluation = handler.code.evaluate(handler.name, context);
  const { scope } = run;
  for (const line of evaluation.logs) scope.log({ resolver: handler.label, ...line });
  for (const error of addResponseHeaders(scope.responseHeaders, evaluation.responseHeaders)) {
    reportError(run, error);
  }
  for (const error of evaluation.appendedErrors) reportError(run, error);
  const excess = addExtensionCalls(scope.extensionCalls, evaluation.extensions);
  if (excess !== undefined) {
    reportError(run, excess);
    return FAILED;
  }
  switch (evaluation.kind) {
    case 'value':
    case 'early-return':
      return evaluation;
    case 'error':
      reportError(run, evaluation.error);
      return FAILED;
    case 'unauthorized':
      reportError(run, {
        message: unauthorizedMessage(run.field.plan),
        errorType: 'Unauthorized',
        data: null,
        errorInfo: null,
      });
      return FAILED;
    default:
      return assertNever(evaluation);
  }
}

/** Adds an entry for this field; `data` keeps only what the client selected. */
export function reportError(run: ResolverRun, error: ResolverError): void {
  const data = filterErrorData(run.field, error.data);
  const place = { path: toPath(run.position), locations: run.field.group.locations };
  run.scope.errors.push(toResolverEntry({ ...error, data }, place));
}

import type { ResolverError } from '../contract.ts';

/** How a handler ended before its last statement. Code has no way to catch it: `try` does not exist. */
export type StopReason =
  | { readonly kind: 'error'; readonly error: ResolverError }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'early-return'; readonly value: unknown; readonly skipTo: 'END' | 'NEXT' | undefined };

/** Control flow, not a fault: thrown by `util.error`, `util.unauthorized` and `runtime.earlyReturn`. */
export class HandlerStop extends Error {
  readonly reason: StopReason;
  constructor(reason: StopReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

/** Ends the handler that is running. Without a stack: nobody reads it, and it costs more than most handlers do. */
export function stopHandler(reason: StopReason): never {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    throw new HandlerStop(reason);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

import type { ResolverError } from '../contract.ts';

/** How a handler ended before its last statement. Code has no way to catch it: `try` does not exist. */
export type StopReason =
  | { readonly kind: 'error'; readonly error: ResolverError }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'early-return'; readonly value: unknown; readonly skipTo: 'END' | 'NEXT' | undefined };

/** Control flow, not a fault: thrown by `util.error`, `util.unauthorized` and `runtime.earlyReturn`. */
export class HandlerStop extends Error {
  reason: StopReason = { kind: 'unauthorized' };
}

/** One for all: it is caught before the next is thrown, and an error with a stack costs more than most handlers do. */
const theStop = new HandlerStop();

/** Ends the handler that is running. */
export function stopHandler(reason: StopReason): never {
  theStop.reason = reason;
  throw theStop;
}

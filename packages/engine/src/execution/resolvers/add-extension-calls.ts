import type { ExtensionCall, ResolverError } from '../../runtime/contract.ts';

/** AppSync developer guide, "Extensions", "invalidateSubscriptions" (2026-11): calls in one request. */
const MAX_INVALIDATIONS = 5;

/**
 * Notes the calls of one handler with those of the request so far.
 * Differs or unconfirmed: the guide promises a GraphQL error for the sixth invalidation, not its words; the five before
 * it take place here.
 * @returns the error for the field whose handler went over the limit
 */
export function addExtensionCalls(
  noted: ExtensionCall[],
  calls: readonly ExtensionCall[],
): ResolverError | undefined {
  let isOver = false;
  for (const call of calls) {
    const isInvalidation = call.kind === 'invalidate-subscriptions';
    if (isInvalidation && noted.filter(({ kind }) => kind === call.kind).length >= MAX_INVALIDATIONS)
      isOver = true;
    else noted.push(call);
  }
  if (!isOver) return undefined;
  const message = `A request can call extensions.invalidateSubscriptions at most ${MAX_INVALIDATIONS} times.`;
  return { message, errorType: 'Code', data: null, errorInfo: null };
}

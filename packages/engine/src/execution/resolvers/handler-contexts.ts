/**
 * The contexts of the handlers of one resolver execution: the same parts, with what has happened so far. Each handler
 * gets an object of its own; members are written out, because spreads took longer than the usual handler does.
 */
import type { ResolverContext } from '../../runtime/contract.ts';

/** For a pipeline's function: `ctx.prev.result`. */
export function withPrevious(context: ResolverContext, result: unknown): ResolverContext {
  const { arguments: args, identity, source, stash, env, request, info } = context;
  return { arguments: args, args, identity, source, stash, env, request, info, prev: { result } };
}

/** For a pipeline's after handler: the last function's value in both places. */
export function afterFunctions(context: ResolverContext, result: unknown): ResolverContext {
  const { arguments: args, identity, source, stash, env, request, info } = context;
  return { arguments: args, args, identity, source, stash, env, request, info, prev: { result }, result };
}

/** For a response handler: what the data source said. */
export function withAnswer(
  context: ResolverContext,
  {
    result,
    error,
  }: Pick<ResolverContext, 'result'> & { readonly error: NonNullable<ResolverContext['error']> | null },
): ResolverContext {
  const { arguments: args, identity, source, stash, env, request, info, prev } = context;
  if (prev === undefined)
    return { arguments: args, args, identity, source, stash, env, request, info, result, error };
  return { arguments: args, args, identity, source, stash, env, request, info, prev, result, error };
}

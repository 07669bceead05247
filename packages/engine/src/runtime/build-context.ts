import type { ResolverContext } from './contract.ts';

export interface ContextInput extends Omit<ResolverContext, 'args' | 'arguments'> {
  readonly arguments: Record<string, unknown>;
}

/**
 * The context object of a handler call: `args` and `arguments` are one map, and the two selection-set keys of
 * `info` are there to be read by name but not to be listed, so that JSON and spreads leave them out.
 * @see AppSync developer guide, "Context object reference"
 */
export function buildContext(input: ContextInput): ResolverContext {
  const { selectionSetList, selectionSetGraphQL, ...info } = input.info;
  return {
    ...input,
    args: input.arguments,
    info: Object.defineProperties(info, {
      selectionSetList: { value: selectionSetList, enumerable: false, writable: true },
      selectionSetGraphQL: { value: selectionSetGraphQL, enumerable: false, writable: true },
    }) as ResolverContext['info'],
  };
}

import type { SubgraphEvent } from '../field-resolver.ts';
import { isRecord } from '../is-record.ts';
import { alongTableOf } from './along-table.ts';

export interface EntitiesToLoad {
  /** `arguments.representations` without those of which nothing but fields with arguments is wanted. */
  readonly representations: unknown;
  /** The answers with those in their places. */
  readonly restore: (answers: unknown) => unknown;
}

/** Fields with arguments are resolved from the representation: for them alone no entity is loaded. */
export function withoutLoading({ arguments: args, info }: SubgraphEvent): EntitiesToLoad {
  const { representations } = args;
  const { kinds, entities } = alongTableOf(info) ?? {};
  if (kinds === undefined || !Array.isArray(representations))
    return { representations, restore: (answers) => answers };
  const isLoaded = kinds.map((kind) => entities?.[kind]?.isCallsOnly !== true);
  return {
    representations: representations.filter((_, index) => isLoaded[index] !== false),
    restore: (answers) => {
      if (!Array.isArray(answers)) return answers;
      let next = 0;
      return representations.map((one: unknown, index): unknown => {
        if (isLoaded[index] !== false) return answers[next++] as unknown;
        return isRecord(one) ? { __typename: one['__typename'] } : null;
      });
    },
  };
}

import type { Compilation } from '../compile.ts';
import type { Completion } from '../model/resolver-plan.ts';
import { standInOf } from '../model/stand-in.ts';
import type { ReadableSelection } from './read-selection.ts';

/**
 * An object type that can stand in for the one that a subgraph does not know, since all that is selected is the same for
 * every implementation: no `__typename`, no fragments on some of them, and no field that is asked for by the object
 * type's name.
 * @returns undefined: the object type has to be found out
 */
export function standInType(
  { model, plan }: Pick<Compilation, 'model' | 'plan'>,
  completion: Completion,
  selection: ReadableSelection,
): string | undefined {
  const standIn = standInOf(model, plan, completion);
  if (standIn === undefined) return undefined;
  const { typeName, fieldNames, conditions } = standIn;
  const isSame = [...selection].every(
    ([condition, names]) => conditions.has(condition) && [...names].every((name) => fieldNames.has(name)),
  );
  return isSame ? typeName : undefined;
}

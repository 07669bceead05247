import type { StandIn } from '../model/stand-in.ts';
import { literal } from './module-text.ts';

/**
 * `standIn(info)` of a module that has `selectedFields`.
 *
 * @param notes - what `selectedFields` has beside types
 */
export function standInBlock(
  { typeName, fieldNames, conditions }: StandIn,
  notes: readonly string[],
): string {
  return `/** An object type for entities that do not know theirs, where nothing selected depends on it; else null. */
function standIn(info) {
  const byCondition = selectedFields(info.selectionSetGraphQL, info.variables);
  const isSame = Object.keys(byCondition).every((condition) => {
    const isOfAll = ${literal([...conditions, ...notes].sort())}.indexOf(condition) > -1;
    const names = Object.keys(byCondition[condition]);
    return isOfAll && names.every((name) => ${literal([...fieldNames].sort())}.indexOf(name) > -1);
  });
  return isSame ? ${literal(typeName)} : null;
}`;
}

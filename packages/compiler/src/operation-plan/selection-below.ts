/** What a client selects of the objects inside a value: the twin of `selectionBelow` in the emitted code. */
import { Kind } from 'graphql';
import type { DirectiveNode, SelectionNode, SelectionSetNode } from 'graphql';

/**
 * The selections of all fields at the end of a path, as one.
 *
 * @param path - schema names of fields
 * @returns undefined when nothing is selected there, as far as named fragments let it be known
 */
export function selectionBelow(
  selectionSets: readonly SelectionSetNode[],
  path: readonly string[],
): SelectionSetNode | undefined {
  const selections = path.reduce(
    (around, name) => around.flatMap((one) => selectionsOf(one, name)),
    selectionSets.flatMap((set) => set.selections),
  );
  return selections.length === 0 ? undefined : { kind: Kind.SELECTION_SET, selections };
}

/** Conditions of the way there stay: by `@skip` and `@include`, not by type. */
function selectionsOf(node: SelectionNode, name: string): readonly SelectionNode[] {
  if (node.kind === Kind.FRAGMENT_SPREAD) return [];
  if (node.kind === Kind.INLINE_FRAGMENT)
    return underConditions(
      node.directives,
      node.selectionSet.selections.flatMap((one) => selectionsOf(one, name)),
    );
  if (node.name.value !== name) return [];
  return underConditions(node.directives, node.selectionSet?.selections ?? []);
}

function underConditions(
  directives: readonly DirectiveNode[] | undefined,
  selections: readonly SelectionNode[],
): readonly SelectionNode[] {
  if (selections.length === 0 || directives === undefined || directives.length === 0) return selections;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet }];
}

import { Kind, print } from 'graphql';
import type { SelectionNode, SelectionSetNode } from 'graphql';
import type { NativeField } from '@tributary/engine';

/** Text of a selection like the field's, with one of the fields in it only, as often as it occurs. */
export function fieldAlone({ nodes }: Pick<NativeField, 'nodes'>, name: string): string {
  const selections = nodes.flatMap(({ selectionSet }) => selectionsOf(selectionSet, name));
  return print({ kind: Kind.SELECTION_SET, selections });
}

/** Named fragments are in place already, see `FidelityOptions`. */
function selectionsOf(set: SelectionSetNode | undefined, name: string): readonly SelectionNode[] {
  return (set?.selections ?? []).flatMap((one): readonly SelectionNode[] => {
    if (one.kind === Kind.FIELD) return one.name.value === name ? [one] : [];
    if (one.kind === Kind.FRAGMENT_SPREAD) return [];
    const selections = selectionsOf(one.selectionSet, name);
    return selections.length === 0 ? [] : [{ ...one, selectionSet: { ...one.selectionSet, selections } }];
  });
}

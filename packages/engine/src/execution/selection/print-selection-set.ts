import { Kind, type SelectionNode, type SelectionSetNode, print } from 'graphql';
import type { FieldGroup } from './collect-fields.ts';

/**
 * `info.selectionSetGraphQL`: the selection as text without the field itself, with aliases, arguments and variables as
 * written. Fragment spreads stay spreads and their definitions are not included. `{}` for a leaf field.
 */
export function printSelectionSet(group: FieldGroup): string {
  const selections: SelectionNode[] = group.nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  if (selections.length === 0) return '{}';
  const merged: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return print(merged);
}

import { type FieldGroup, type Selection } from './collect-fields.ts';
import { printSelectionSet } from './print-selection-set.ts';
import { listSelectionSet } from './selection-set-list.ts';

/** What `info` says about the selection of a field; the same for all its values. */
export interface SelectionInfo {
  readonly selectionSetList: readonly string[];
  readonly selectionSetGraphQL: string;
}

const known = new WeakMap<FieldGroup, SelectionInfo>();

/** Put together once for a field group, which is kept with its document unless variables decide what is selected. */
export function selectionInfo(selection: Selection, group: FieldGroup): SelectionInfo {
  const remembered = known.get(group);
  if (remembered !== undefined) return remembered;
  const info = {
    selectionSetList: listSelectionSet(selection, group),
    selectionSetGraphQL: printSelectionSet(group),
  };
  known.set(group, info);
  return info;
}

import { Kind, type SelectionSetNode } from 'graphql';
import type { ReadyDocument } from '../document/document-cache.ts';
import type { FieldGroup } from './collect-fields.ts';

const known = new WeakMap<FieldGroup, number>();

/** Levels of fields that are written below a field, whatever its value's type; 0 for a leaf. */
export function selectionDepth(document: ReadyDocument, group: FieldGroup): number {
  const remembered = known.get(group);
  if (remembered !== undefined) return remembered;
  const depth = Math.max(...group.nodes.map(({ selectionSet }) => depthOf(document, selectionSet)));
  known.set(group, depth);
  return depth;
}

function depthOf(document: ReadyDocument, set: SelectionSetNode | undefined): number {
  if (set === undefined) return 0;
  const depths = set.selections.map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return 1 + depthOf(document, selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return depthOf(document, selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return depthOf(document, document.fragments.get(selection.name.value)?.selectionSet);
    }
  });
  return Math.max(0, ...depths);
}

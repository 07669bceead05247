/** What an emitted guard can know of a selection: the twin of `selectedFields` in the emitted code. */
import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/** Schema names selected at the first level; undefined when a named fragment hides some of them. */
export function readSelection(selectionSets: readonly SelectionSetNode[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const isKnown = selectionSets.every((selectionSet) => readInto(names, selectionSet));
  return isKnown ? names : undefined;
}

function readInto(names: Set<string>, selectionSet: SelectionSetNode): boolean {
  return selectionSet.selections.every((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        names.add(selection.name.value);
        return true;
      case Kind.INLINE_FRAGMENT:
        return readInto(names, selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return false;
    }
  });
}

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Selections that may come of a document; one that would become longer keeps its spreads. Own choice, 2026-11-21. */
const MAX_SELECTIONS = 20_000;

/**
 * Replaces spreads of named fragments by inline fragments, so that resolvers see in `info` what is selected.
 * @param document - validated: no fragment spreads itself, all are there
 */
export function inlineFragments(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (fragments.size === 0) return document;
  let count = 0;

  function inlineSet(selectionSet: SelectionSetNode): SelectionSetNode {
    return { ...selectionSet, selections: selectionSet.selections.map(inlineSelection) };
  }

  function inlineSelection(selection: SelectionNode): SelectionNode {
    count += 1;
    if (count > MAX_SELECTIONS) return selection;
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      return selection.selectionSet === undefined
        ? selection
        : { ...selection, selectionSet: inlineSet(selection.selectionSet) };
    }
    const fragment = fragments.get(selection.name.value);
    if (fragment === undefined) return selection;
    const { directives = [], loc } = selection;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: fragment.typeCondition,
      directives,
      selectionSet: inlineSet(fragment.selectionSet),
      ...(loc === undefined ? {} : { loc }),
    };
  }

  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: inlineSet(definition.selectionSet) }
      : definition,
  );
  return count > MAX_SELECTIONS ? document : { ...document, definitions };
}

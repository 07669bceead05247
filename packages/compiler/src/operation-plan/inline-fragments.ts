import { Kind, visit } from 'graphql';
import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/** The selection set with inline fragments in place of named ones, at every depth. @param fragments - without cycles */
export function inlineFragments(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  return visit(selectionSet, {
    FragmentSpread({ name, directives = [] }) {
      const fragment = fragments.get(name.value);
      if (fragment === undefined) return undefined;
      const { typeCondition, selectionSet: inner } = fragment;
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition,
        directives,
        selectionSet: inlineFragments(inner, fragments),
      };
    },
  });
}

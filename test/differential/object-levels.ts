/** How many levels of objects a document asks for, named fragments put in their places. */
import { Kind } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';

/** For a valid document: fragments do not lead into themselves. */
export function objectLevels({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const levelsOf = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((node) => {
        if (node.kind === Kind.FIELD)
          return node.selectionSet === undefined ? 0 : 1 + levelsOf(node.selectionSet);
        return levelsOf(
          node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node.selectionSet,
        );
      }),
    );
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((node) => levelsOf(node.selectionSet)));
}

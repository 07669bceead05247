import type { FieldNode, SelectionSetNode } from 'graphql';
import { namesAtAnyDepth, readSelection, selectedNames } from '@tributary/compiler';
import type { ReadableSelection } from '@tributary/compiler';
import type { NativeField } from '@tributary/engine';

export interface FieldSelection {
  readonly byCondition: ReadableSelection;
  /** Names at the first level, whatever fragment they are in; undefined when a named fragment hides some. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names at every depth; undefined when a named fragment hides some. */
  readonly deepNames: ReadonlySet<string> | undefined;
}

const known = new WeakMap<readonly FieldNode[], FieldSelection>();

/** The field's selection as guards see it; kept with the document, as the list of nodes is. */
export function selectionOf({ nodes, variables }: NativeField): FieldSelection {
  const remembered = known.get(nodes);
  if (remembered !== undefined) return remembered;
  const sets = nodes.flatMap((node): SelectionSetNode[] =>
    node.selectionSet === undefined ? [] : [node.selectionSet],
  );
  const byCondition = readSelection(sets, variables);
  const selection = { byCondition, names: selectedNames(byCondition), deepNames: namesAtAnyDepth(sets) };
  known.set(nodes, selection);
  return selection;
}

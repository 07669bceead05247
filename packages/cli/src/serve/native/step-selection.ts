/** What the client selects of the entities that a step asks for. */
import { print } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import { selectionBelow } from '@tributary/compiler';
import type { FetchStep } from '@tributary/compiler';
import type { NativeField } from '@tributary/engine';

export interface StepSelection {
  readonly text: string;
  /** What is wanted is what a field set names, which the text may have in part. */
  readonly wantsWhole: boolean;
}

/** Of the values' entities, or of those at the one place inside; nothing for several places. */
export function createStepSelection({
  places,
}: Pick<FetchStep, 'places'>): (field: NativeField) => StepSelection {
  if (places.every(({ path }) => path.length === 0))
    return (field) => ({ text: field.selectionText(), wantsWhole: false });
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) return () => ({ text: '', wantsWhole: true });
  const innerText = createInnerText(place.path);
  return (field) => ({ text: innerText(field), wantsWhole: true });
}

/** Printed once for each document. @param path - schema names of fields */
function createInnerText(path: readonly string[]): (field: Pick<NativeField, 'nodes'>) => string {
  const known = new WeakMap<readonly FieldNode[], string>();
  return ({ nodes }) => {
    const remembered = known.get(nodes);
    if (remembered !== undefined) return remembered;
    const sets = nodes.flatMap(({ selectionSet }): SelectionSetNode[] =>
      selectionSet === undefined ? [] : [selectionSet],
    );
    const below = selectionBelow(sets, path);
    const text = below === undefined ? '' : print(below);
    known.set(nodes, text);
    return text;
  };
}

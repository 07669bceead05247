/** `FieldSet` scalars of the join directives -> selections. See Federation subgraph spec, "scalar FieldSet". */
import { Kind, parse, print } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { FieldSet } from '../model/federation-model.ts';
import { invariant } from '../model/result.ts';

/** Names with single spaces between them: already as it is printed. */
const NORMALIZED = /^\w+( \w+)*$/;

/** @param text - field set without outer braces; composition has checked it */
export function parseFieldSet(text: string): FieldSet {
  const definition = parse(`{ ${text} }`, { noLocation: true }).definitions[0];
  invariant(definition?.kind === Kind.OPERATION_DEFINITION, `field set "${text}" is not a selection`);
  const { selectionSet } = definition;
  const normalized = NORMALIZED.test(text) ? text : fieldSetText(selectionSet);
  return { text: normalized, selectionSet, fieldNames: fieldNames(selectionSet) };
}

/** A selection as a field set, without outer braces and on one line. */
export function fieldSetText(selectionSet: SelectionSetNode): string {
  return print(selectionSet)
    .replace(/\s+/g, ' ')
    .replace(/^\{ | \}$/g, '');
}

/** The same text for field sets that differ by spaces and commas only. */
export function normalizedFieldSet(text: string): string {
  return parseFieldSet(text).text;
}

function fieldNames(selectionSet: SelectionSetNode): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === '__typename' ? [] : [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldNames(selection.selectionSet);
    return [];
  });
}

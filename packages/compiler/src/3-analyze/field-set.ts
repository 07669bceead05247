/** `FieldSet` scalars of the join directives -> selections. See Federation subgraph spec, "scalar FieldSet". */
import { Kind, parse, print } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { FieldSet } from '../model/federation-model.ts';
import { invariant } from '../model/result.ts';

/** Names with single spaces between them: most field sets. */
const PLAIN_NAMES = /^\w+( \w+)*$/;

/** @param text - field set without outer braces; composition has checked it */
export function parseFieldSet(text: string): FieldSet {
  if (PLAIN_NAMES.test(text)) return plainFieldSet(text);
  const definition = parse(`{ ${text} }`, { noLocation: true }).definitions[0];
  invariant(definition?.kind === Kind.OPERATION_DEFINITION, `field set "${text}" is not a selection`);
  const { selectionSet } = definition;
  return { text: fieldSetText(selectionSet), selectionSet, fieldNames: fieldNames(selectionSet) };
}

/** Keys and required fields repeat from type to type: equal texts are parsed once. */
export function createFieldSets(): (text: string) => FieldSet {
  const known = new Map<string, FieldSet>();
  return (text) => {
    const found = known.get(text) ?? parseFieldSet(text);
    known.set(text, found);
    return found;
  };
}

/** What parsing gives: text, selection and names can be told from each other. */
function plainFieldSet(text: string): FieldSet {
  const names = text.split(' ');
  const selections = names.map((value): FieldNode => ({
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value },
    arguments: [],
    directives: [],
  }));
  return {
    text,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
    fieldNames: names.filter((name) => name !== '__typename'),
  };
}

/** A selection as a field set, without outer braces and on one line. */
export function fieldSetText(selectionSet: SelectionSetNode): string {
  return print(selectionSet)
    .replace(/\s+/g, ' ')
    .replace(/^\{ | \}$/g, '');
}

/** The same text for field sets that differ by spaces and commas only. */
export function normalizedFieldSet(text: string): string {
  return PLAIN_NAMES.test(text) ? text : parseFieldSet(text).text;
}

function fieldNames(selectionSet: SelectionSetNode): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === '__typename' ? [] : [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldNames(selection.selectionSet);
    return [];
  });
}

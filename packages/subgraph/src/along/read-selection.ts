/**
 * Reads `info.selectionSetGraphQL`: fields with their arguments. Inline fragments are opened; a spread of a named one
 * hides what is in it, since AppSync leaves fragment definitions out (aws-appsync-community issue 142).
 */
import type { DirectiveNode, FieldNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql/language/kinds.js';
import { parse } from 'graphql/language/parser.js';
import { valueFromASTUntyped } from 'graphql/utilities/valueFromASTUntyped.js';

export type Variables = Readonly<Record<string, unknown>>;

export interface ReadSelection {
  readonly fields: readonly ReadField[];
  /** A named fragment hides a part, here or further below. */
  readonly isHiding: boolean;
  /** From the opening to the closing brace; `{}` for a leaf, as AppSync has it. */
  readonly text: string;
}

export interface ReadField {
  readonly name: string;
  readonly responseKey: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Types that the fragments around the field name. */
  readonly conditions: readonly string[];
  readonly selection: ReadSelection;
}

interface Reader {
  readonly text: string;
  readonly variables: Variables;
}

const NOTHING: ReadSelection = { fields: [], isHiding: false, text: '{}' };

/** Reads the text. @throws GraphQLError for one that is no selection set, such as a leaf's */
export type ReadSelectionOf = (text: string, variables: Variables) => ReadSelection;

/** For the events of one batch: they have the same text, which is parsed once, and read once if it has no variables. */
export function createSelectionReader(): ReadSelectionOf {
  const readers = new Map<string, (variables: Variables) => ReadSelection>();
  return (text, variables) => {
    const read = readers.get(text) ?? readerOf(text);
    readers.set(text, read);
    return read(variables);
  };
}

function readerOf(text: string): (variables: Variables) => ReadSelection {
  const set = parseSelectionSet(text);
  if (set === undefined) return () => NOTHING;
  if (text.includes('$')) return (variables) => readSet({ text, variables }, set, []);
  const selection = readSet({ text, variables: {} }, set, []);
  return () => selection;
}

function parseSelectionSet(text: string): SelectionSetNode | undefined {
  const [definition] = parse(text).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}

function readSet(
  reader: Reader,
  selectionSet: SelectionSetNode,
  conditions: readonly string[],
): ReadSelection {
  const fields: ReadField[] = [];
  let isHiding = false;
  for (const selection of selectionSet.selections) {
    if (!isKept(selection.directives ?? [], reader.variables)) continue;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      isHiding = true;
    } else if (selection.kind === Kind.FIELD) {
      const field = readField(reader, selection, conditions);
      fields.push(field);
      isHiding ||= field.selection.isHiding;
    } else {
      const named = selection.typeCondition?.name.value;
      const inner = named === undefined ? conditions : [...conditions, named];
      const read = readSet(reader, selection.selectionSet, inner);
      fields.push(...read.fields);
      isHiding ||= read.isHiding;
    }
  }
  const { start = 0, end = 0 } = selectionSet.loc ?? {};
  return { fields, isHiding, text: reader.text.slice(start, end) };
}

function readField(reader: Reader, field: FieldNode, conditions: readonly string[]): ReadField {
  const { name, alias, selectionSet } = field;
  return {
    name: name.value,
    responseKey: (alias ?? name).value,
    args: readArguments(field, reader.variables),
    conditions,
    selection: selectionSet === undefined ? NOTHING : readSet(reader, selectionSet, []),
  };
}

/** A variable that was left out is null, as AppSync has it. */
function readArguments(node: FieldNode | DirectiveNode, variables: Variables): Record<string, unknown> {
  const values = (node.arguments ?? []).map(({ name, value }) => [
    name.value,
    valueFromASTUntyped(value, variables) ?? null,
  ]);
  return Object.fromEntries(values) as Record<string, unknown>;
}

/** False when `@skip` or `@include` leaves the selection out. */
function isKept(directives: readonly DirectiveNode[], variables: Variables): boolean {
  return directives.every((directive) => {
    const condition = readArguments(directive, variables)['if'];
    if (directive.name.value === 'skip') return condition === false;
    return directive.name.value !== 'include' || condition === true;
  });
}

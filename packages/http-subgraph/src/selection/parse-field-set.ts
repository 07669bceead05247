import type { SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

const parsed = new Map<string, SelectionSetNode>();

/**
 * A field set, which is a selection without its outer braces. Kept: there are as many as the shape has.
 * @throws GraphQLError when it is not one
 */
export function parseFieldSet(fieldSet: string): SelectionSetNode {
  const known = parsed.get(fieldSet);
  if (known !== undefined) return known;
  const selectionSet = parseSelectionSet(`{ ${fieldSet} }`);
  parsed.set(fieldSet, selectionSet);
  return selectionSet;
}

/**
 * `info.selectionSetGraphQL`: a selection set, with inline fragments and spreads but no definitions.
 * @throws GraphQLError when it is not one
 */
export function parseSelectionSet(text: string): SelectionSetNode {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not a selection set: ${text}`);
  return definition.selectionSet;
}

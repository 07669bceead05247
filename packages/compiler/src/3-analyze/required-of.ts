import { Kind } from 'graphql';
import type { SelectionNode, SelectionSetNode } from 'graphql';
import type { SubgraphShape } from '@tributary/http-subgraph';
import { fieldSetText, parseFieldSet } from './field-set.ts';

export interface RequiredInput {
  readonly typeName: string;
  /** Field -> the field sets that it requires, in whatever subgraph resolves it. */
  readonly requiresByField: ReadonlyMap<string, readonly string[]>;
  /** Of the subgraph that is asked. */
  readonly shape: SubgraphShape;
}

/**
 * What of a field's `@requires` one subgraph can answer, as a field set; empty when nothing. A required field that is
 * another subgraph's may itself require something: that is followed, each field once.
 */
export function requiredOf(fieldName: string, input: RequiredInput): string {
  const { typeName, requiresByField, shape } = input;
  const texts = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const fieldSet of requiresByField.get(name) ?? []) {
      const { selectionSet } = parseFieldSet(fieldSet);
      const own = prune(selectionSet, { typeName, shape, isNested: false, keepsExternal: true });
      if (own !== undefined) texts.add(fieldSetText(own));
      for (const node of selectionSet.selections) if (node.kind === Kind.FIELD) follow(node.name.value);
    }
  };
  follow(fieldName);
  return [...texts].join(' ');
}

/** What of a key the subgraph can answer, as a field set; empty when nothing. */
export function ownPart(fieldSet: string, typeName: string, shape: SubgraphShape): string {
  const { selectionSet } = parseFieldSet(fieldSet);
  const own = prune(selectionSet, { typeName, shape, isNested: false, keepsExternal: false });
  return own === undefined ? '' : fieldSetText(own);
}

/** The part of the selection that the subgraph resolves; undefined: none. */
function prune(selectionSet: SelectionSetNode, place: Place): SelectionSetNode | undefined {
  const selections = selectionSet.selections.flatMap((node) => pruneNode(node, place));
  return selections.length === 0 ? undefined : { ...selectionSet, selections };
}

interface Place {
  readonly typeName: string;
  readonly shape: SubgraphShape;
  /** Below the entity: another entity, which is completed by its key. */
  readonly isNested: boolean;
  /** Fields of others stay that the subgraph may provide: the adapter knows where it does. */
  readonly keepsExternal: boolean;
}

function pruneNode(node: SelectionNode, place: Place): readonly SelectionNode[] {
  const { typeName, shape, isNested, keepsExternal } = place;
  if (node.kind === Kind.FRAGMENT_SPREAD) return [];
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const below = prune(node.selectionSet, {
      ...place,
      typeName: node.typeCondition?.name.value ?? typeName,
    });
    return below === undefined ? [] : [{ ...node, selectionSet: below }];
  }
  const type = shape.types[typeName];
  if (node.name.value === '__typename') return [node];
  // An abstract type's fields are its members': the adapter sorts out who has them.
  if (type === undefined || type.kind === 'abstract') return type === undefined ? [] : [node];
  const field = type.fields[node.name.value];
  const keys = isNested ? keySelections(type.keys) : [];
  if (field === undefined || (field.isExternal === true && !keepsExternal)) return keys;
  if (node.selectionSet === undefined) return [node];
  const below = prune(node.selectionSet, {
    ...place,
    typeName: field.type.replaceAll(/[[\]!]/g, ''),
    isNested: true,
  });
  return below === undefined ? [] : [{ ...node, selectionSet: below }];
}

function keySelections(keys: readonly string[]): readonly SelectionNode[] {
  return keys.flatMap((key) => parseFieldSet(key).selectionSet.selections);
}

/** The selection of the API's client, narrowed to what one subgraph has to answer. */
import type { DirectiveNode, FieldNode, InlineFragmentNode, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';
import type { FieldShape, ObjectShape, SubgraphShape } from '../shape.ts';
import { namedType } from '../shape.ts';
import type { DraftArgument, DraftField, DraftSelection } from './draft-selection.ts';
import { createDraft, TYPENAME_FIELD, valueKey } from './draft-selection.ts';
import { coerceArgument } from './coerce-argument.ts';
import { parseFieldSet } from './parse-field-set.ts';
import { selectEverything } from './select-everything.ts';

export type Variables = Readonly<Record<string, unknown>>;

interface Scope {
  readonly shape: SubgraphShape;
  readonly variables: Variables;
  /** Field set under which `@external` fields may be asked for; 'any' inside a key field set. */
  readonly provided: SelectionSetNode | 'any' | undefined;
  /** Fields that the representations have all for, which `@requires` may name; empty below and outside of `_entities`. */
  readonly requested: ReadonlySet<string>;
  /** Inside of a value of another subgraph, of which nothing is answered but keys and what is provided. */
  readonly isPart?: true;
  /** Inside of what a field requires, which names all that this leads to. */
  readonly isRequired?: true;
  /** The nearest object above that has keys. */
  readonly entity?: DraftSelection;
}

/**
 * Adds to the draft what of `selectionSet` this subgraph answers. For a field of another subgraph it adds the keys of
 * the entity and what the field requires. Fields under a named fragment, whose definition AppSync withholds, can't be
 * known: everything without arguments is added then.
 */
export function addSelectionSet(draft: DraftSelection, selectionSet: SelectionSetNode, scope: Scope): void {
  const type = scope.shape.types[draft.typeName];
  if (type?.kind === 'object' && type.isInterfaceObject === true && scope.provided !== 'any')
    addFieldSets(draft, type.keys, scope);
  for (const node of selectionSet.selections) {
    if (isSelected(node.directives ?? [], scope.variables)) addSelection(draft, node, scope);
  }
}

function addSelection(draft: DraftSelection, node: SelectionNode, scope: Scope): void {
  switch (node.kind) {
    case Kind.FIELD:
      for (const object of objectDrafts(draft)) addField(object, node, scope);
      return;
    case Kind.INLINE_FRAGMENT:
      for (const part of draftsOfFragment(draft, node, scope.shape)) {
        addSelectionSet(part, node.selectionSet, scope);
      }
      return;
    case Kind.FRAGMENT_SPREAD:
      for (const object of objectDrafts(draft)) selectEverything(object, scope);
      return;
  }
}

function objectDrafts(draft: DraftSelection): readonly DraftSelection[] {
  return draft.members.size === 0 ? [draft] : [...draft.members.values()];
}

function draftsOfFragment(
  draft: DraftSelection,
  { typeCondition }: InlineFragmentNode,
  shape: SubgraphShape,
): readonly DraftSelection[] {
  if (typeCondition === undefined) return [draft];
  const condition = typeCondition.name.value;
  return objectDrafts(draft).filter(
    ({ typeName }) => typeName === condition || objectShape(shape, typeName).supertypes.includes(condition),
  );
}

function addField(draft: DraftSelection, node: FieldNode, scope: Scope): void {
  const name = node.name.value;
  if (name === '__typename') {
    draft.fields.set(name, TYPENAME_FIELD);
    return;
  }
  const type = objectShape(scope.shape, draft.typeName);
  const field = type.fields[name];
  const provided = providedBelow(name, scope.provided, type.supertypes.concat(draft.typeName));
  if (
    field === undefined ||
    field.isContextual === true ||
    ((field.isExternal === true || scope.isPart === true) && provided === undefined) ||
    (field.requires !== undefined && !scope.requested.has(name))
  ) {
    addNeeded(draft, name, scope);
    return;
  }
  if (field.isLabelled === true && !scope.requested.has(name)) {
    addNeeded(draft, name, scope);
  } else {
    const carried = field.requires === undefined ? type.requires[name] : undefined;
    if (carried !== undefined) addFieldSets(draft, [carried], scope);
  }
  const child = ensureField(
    draft,
    field,
    { name, args: argumentsOf(node, field, scope.variables) },
    scope.shape,
  );
  if (child.selection === undefined || node.selectionSet === undefined) return;
  const below = field.provides === undefined ? provided : parseFieldSet(field.provides);
  const isPart = field.isExternal === true && provided !== 'any';
  addSelectionSet(child.selection, node.selectionSet, {
    ...scope,
    provided: below,
    requested: NONE,
    ...(isPart ? { isPart } : {}),
    ...(type.keys.length === 0 ? {} : { entity: draft }),
  });
}

/** What another subgraph wants for a field: the keys of the entity, and what the field requires. */
function addNeeded(draft: DraftSelection, name: string, scope: Scope): void {
  const type = objectShape(scope.shape, draft.typeName);
  addFieldSets(draft, type.keys, scope);
  const required = scope.isRequired === true ? undefined : type.requires[name];
  if (required !== undefined) addSelectionSet(draft, parseFieldSet(required), { ...scope, isRequired: true });
  if (type.keys.length === 0 && scope.entity !== undefined) {
    addFieldSets(scope.entity, objectShape(scope.shape, scope.entity.typeName).keys, scope);
  }
}

/** Keys, which may be external; a value without keys is asked for again by way of the entity that it is in. */
function addFieldSets(draft: DraftSelection, fieldSets: readonly string[], scope: Scope): void {
  for (const fieldSet of fieldSets) {
    addSelectionSet(draft, parseFieldSet(fieldSet), { ...scope, provided: 'any' });
  }
}

/** What is provided below a field of a provided field set; undefined: the field is not in it. */
function providedBelow(
  name: string,
  provided: Scope['provided'],
  typeNames: readonly string[],
): Scope['provided'] {
  if (provided === undefined || provided === 'any') return provided;
  for (const node of provided.selections) {
    if (node.kind === Kind.FIELD && node.name.value === name) return node.selectionSet ?? EMPTY;
    if (node.kind !== Kind.INLINE_FRAGMENT) continue;
    if (node.typeCondition !== undefined && !typeNames.includes(node.typeCondition.name.value)) continue;
    const below = providedBelow(name, node.selectionSet, typeNames);
    if (below !== undefined) return below;
  }
  return undefined;
}

const NONE: ReadonlySet<string> = new Set();
const EMPTY: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

function ensureField(
  draft: DraftSelection,
  { type }: FieldShape,
  { name, args }: { readonly name: string; readonly args: readonly DraftArgument[] },
  shape: SubgraphShape,
): DraftField {
  const key = valueKey(name, args);
  const typeName = namedType(type);
  const isComposite = shape.types[typeName] !== undefined;
  const field = draft.fields.get(key) ?? {
    name,
    type,
    arguments: args,
    ...(isComposite ? { selection: createDraft(shape, typeName) } : {}),
  };
  draft.fields.set(key, field);
  return field;
}

function argumentsOf(node: FieldNode, field: FieldShape, variables: Variables): DraftArgument[] {
  return (node.arguments ?? []).flatMap((argument) => {
    const type = field.arguments?.[argument.name.value];
    const value: unknown = valueFromASTUntyped(argument.value, variables);
    if (type === undefined || value === undefined) return [];
    return [{ name: argument.name.value, type, value: coerceArgument(value, type) }];
  });
}

function isSelected(directives: readonly DirectiveNode[], variables: Variables): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    const condition = args.find((argument) => argument.name.value === 'if');
    if (condition === undefined) return true;
    const value = valueFromASTUntyped(condition.value, variables);
    if (name.value === 'skip') return value !== true;
    return name.value !== 'include' || value !== false;
  });
}

function objectShape(shape: SubgraphShape, typeName: string): ObjectShape {
  const type = shape.types[typeName];
  if (type?.kind !== 'object') throw new Error(`The subgraph has no object type "${typeName}".`);
  return type;
}

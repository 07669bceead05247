/** JavaScript that builds an entity's representation from an object that holds its key and required fields. */
import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldSet, KeyFieldSet } from '../model/federation-model.ts';
import { selectedFields, storageName } from '../model/selected-fields.ts';
import { literal, propertyKey } from './module-text.ts';

export interface RepresentationShape {
  readonly typeName: string;
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
}

/**
 * Statements that return the representation of `entity` by the first key whose fields are present; they fall through
 * when there is none, or when a required field is missing. See Federation subgraph spec, "Query._entities".
 */
export function representationStatements(
  model: FederationModel,
  shape: RepresentationShape,
  indent: string,
): string {
  const { typeName, keys, requires } = shape;
  const required = requires === undefined ? [] : selectedNames(requires.selectionSet);
  return keys
    .map((key) => {
      const conditions = [
        ...key.fieldNames.map((name) => `isPresent(entity.${name})`),
        ...innerConditions(model, { typeName, access: 'entity', selectionSet: key.selectionSet, depth: 0 }),
        ...required.map((storedAs) => `${member('entity', storedAs)} !== undefined`),
      ];
      const selectionSet =
        requires === undefined ? key.selectionSet : joined(key.selectionSet, requires.selectionSet);
      const members = [
        `__typename: ${literal(key.askedAs)}`,
        ...projectedMembers(model, { typeName, access: 'entity', selectionSet, depth: 0 }),
      ];
      return `${indent}if (${conditions.join(' && ')}) {\n${indent}  return { ${members.join(', ')} };\n${indent}}\n`;
    })
    .join('');
}

interface Projection {
  readonly typeName: string;
  readonly access: string;
  readonly selectionSet: SelectionSetNode;
  readonly depth: number;
}

/** That values inside a key hold what the key names: another call may have brought them in part. */
function innerConditions(
  model: FederationModel,
  { typeName, access, selectionSet, depth }: Projection,
): readonly string[] {
  return selectedFields(model, selectionSet, typeName).flatMap(({ name, selectionSet: inner }) => {
    const value = member(access, name);
    const field = model.types.get(typeName)?.fields.get(name);
    const isThere = depth === 0 ? [] : [`${value} !== undefined`];
    if (inner === undefined || field === undefined) return isThere;
    const item = `one${depth}`;
    const nested = { typeName: field.namedType, access: item, selectionSet: inner, depth: depth + 1 };
    const conditions = innerConditions(model, nested).join(' && ');
    if (conditions === '') return isThere;
    return [
      ...isThere,
      `[${value}].flat(${field.listDepth}).every((${item}) => !isPresent(${item}) || (${conditions}))`,
    ];
  });
}

/** Fields that the selection names directly; those of fragments on other types are told apart at run time. */
function projectedMembers(
  model: FederationModel,
  { typeName, access, selectionSet, depth }: Projection,
): string[] {
  return selectedFields(model, selectionSet, typeName).map(({ name, storedAs, selectionSet: inner }) => {
    const value = member(access, storedAs);
    const field = model.types.get(typeName)?.fields.get(name);
    if (inner === undefined || field === undefined) return `${propertyKey(name)}: ${value}`;
    const nested = { typeName: field.namedType, selectionSet: inner, depth: depth + 1 };
    return `${propertyKey(name)}: ${projectedValue(model, { ...nested, access: value }, field.listDepth)}`;
  });
}

function projectedValue(model: FederationModel, projection: Projection, listDepth: number): string {
  const { access, depth, typeName } = projection;
  if (listDepth > 0) {
    const item = `item${depth}${listDepth}`;
    return `${access} && ${access}.map((${item}) => ${projectedValue(model, { ...projection, access: item }, listDepth - 1)})`;
  }
  const possible = model.possibleTypes.get(typeName);
  if (possible === undefined) return `${access} && ({ ${projectedMembers(model, projection).join(', ')} })`;
  const byType = possible.flatMap((name) => {
    const members = projectedMembers(model, { ...projection, typeName: name });
    return members.length === 0
      ? []
      : [`...(${access}.__typename === ${literal(name)} ? { ${members.join(', ')} } : {})`];
  });
  return `${access} && ({ ${[`__typename: ${access}.__typename`, ...byType].join(', ')} })`;
}

function member(access: string, name: string): string {
  return propertyKey(name) === name ? `${access}.${name}` : `${access}[${literal(name)}]`;
}

function joined(one: SelectionSetNode, other: SelectionSetNode): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: [...one.selections, ...other.selections] };
}

/** Names under which the fields at the first level are kept. */
function selectedNames(selectionSet: SelectionSetNode): readonly string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    return selection.name.value === '__typename' ? [] : [storageName(selection)];
  });
}

/** `represent(entity)` of a module. */
export function representFunction(model: FederationModel, shape: RepresentationShape): string {
  return `/** The representation by the first key that is present; null when there is none. */
function represent(entity) {
${representationStatements(model, shape, '  ')}  return null;
}`;
}

/** Representations of entities. See Federation subgraph specification, "Query._entities". */
import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { selectedFields, storageName } from '@tributary/compiler';
import type { FederationModel, FieldSet, KeyFieldSet } from '@tributary/compiler';
import type { Representation } from '@tributary/http-subgraph';
import { isRecord } from '../../is-record.ts';
import type { Values } from './field-run.ts';
import { objectsIn } from './lacks-added.ts';

export interface RepresentationShape {
  readonly typeName: string;
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
}

/** By the first key whose fields are present; null when there is none, or when a required field is missing. */
export type Represent = (entity: Values) => Representation | null;

export function createRepresent(model: FederationModel, shape: RepresentationShape): Represent {
  const { typeName, keys, requires } = shape;
  const required = requires === undefined ? [] : storedNames(requires.selectionSet);
  const choices = keys.map((key) => ({
    key,
    isWhole: createInnerCheck(model, typeName, key.selectionSet),
    project: createProjection(
      model,
      typeName,
      requires === undefined ? key.selectionSet : joined(key.selectionSet, requires.selectionSet),
    ),
  }));
  return (entity) => {
    if (!required.every((name) => entity[name] !== undefined)) return null;
    for (const { key, isWhole, project } of choices) {
      if (!key.fieldNames.every((name) => entity[name] !== undefined && entity[name] !== null)) continue;
      if (!isWhole(entity)) continue;
      const representation = { __typename: key.askedAs };
      project(entity, representation);
      return representation;
    }
    return null;
  };
}

/** That values inside a key hold what the key names: another call may have brought them in part. */
function createInnerCheck(
  model: FederationModel,
  typeName: string,
  selectionSet: SelectionSetNode,
): (entity: Values) => boolean {
  const checks = selectedFields(model, selectionSet, typeName).flatMap(({ name, selectionSet: inner }) => {
    const field = model.types.get(typeName)?.fields.get(name);
    if (inner === undefined || field === undefined) return [];
    const names = selectedFields(model, inner, field.namedType).map((one) => one.name);
    return [{ name, names, isWhole: createInnerCheck(model, field.namedType, inner) }];
  });
  return (entity) =>
    checks.every(({ name, names, isWhole }) =>
      objectsIn(entity[name]).every(
        (one) => names.every((inside) => one[inside] !== undefined) && isWhole(one),
      ),
    );
}

/** Copies what a selection names; fields of fragments on other types are told apart by `__typename`. */
type Projection = (from: Values, into: Record<string, unknown>) => void;

function createProjection(
  model: FederationModel,
  typeName: string,
  selectionSet: SelectionSetNode,
): Projection {
  const members = selectedFields(model, selectionSet, typeName).map(
    ({ name, storedAs, selectionSet: inner }) => {
      const field = model.types.get(typeName)?.fields.get(name);
      const isPlain = inner === undefined || field === undefined;
      return {
        name,
        storedAs,
        project: isPlain ? undefined : createValueProjection(model, field.namedType, inner),
      };
    },
  );
  return (from, into) => {
    for (const { name, storedAs, project } of members) {
      const value = from[storedAs];
      into[name] = project === undefined ? value : project(value);
    }
  };
}

function createValueProjection(
  model: FederationModel,
  typeName: string,
  selectionSet: SelectionSetNode,
): (value: unknown) => unknown {
  const possible = model.possibleTypes.get(typeName);
  const projections = new Map(
    (possible ?? [typeName]).map((name) => [name, createProjection(model, name, selectionSet)]),
  );
  const projectValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(projectValue);
    if (!isRecord(value)) return value;
    const into: Record<string, unknown> = {};
    if (possible === undefined) projections.get(typeName)?.(value, into);
    else {
      const { __typename: actual } = value;
      into['__typename'] = actual;
      if (typeof actual === 'string') projections.get(actual)?.(value, into);
    }
    return into;
  };
  return projectValue;
}

function joined(one: SelectionSetNode, other: SelectionSetNode): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: [...one.selections, ...other.selections] };
}

/** Names under which the fields at the first level are kept. */
function storedNames(selectionSet: SelectionSetNode): readonly string[] {
  return selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.name.value !== '__typename' ? [storageName(selection)] : [],
  );
}

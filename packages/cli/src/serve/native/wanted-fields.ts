import type { FieldNode } from 'graphql';
import { HIDDEN } from '@tributary/compiler';
import type { Completion, FederationModel, ReadableSelection, TypeCompletion } from '@tributary/compiler';
import type { NativeField } from '@tributary/engine';
import { selectionOf } from './field-selection.ts';

/** Type -> paths below its entities that steps must fetch: what is selected, and what that needs. */
export type WantedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Makes a function that derives the wanted fields of a selection, once for each document. */
export function createWantedFields(
  model: FederationModel,
  { types, interfaceObject }: Completion,
): (field: NativeField) => WantedFields {
  const known = new WeakMap<readonly FieldNode[], WantedFields>();
  const rows = types.map((type) => ({
    type,
    conditions: ['', type.typeName, ...abstractTypesOf(model, type.typeName)],
    always: type.typeName === interfaceObject ? type.hiddenFields : [],
  }));
  return (field) => {
    const remembered = known.get(field.nodes);
    if (remembered !== undefined) return remembered;
    const { byCondition } = selectionOf(field);
    const wanted = new Map(rows.map((row) => [row.type.typeName, wantedOf(row, byCondition)]));
    known.set(field.nodes, wanted);
    return wanted;
  };
}

function abstractTypesOf(model: FederationModel, typeName: string): readonly string[] {
  return [...model.possibleTypes].flatMap(([name, types]) => (types.includes(typeName) ? [name] : []));
}

function wantedOf(
  {
    type,
    conditions,
    always,
  }: {
    readonly type: TypeCompletion;
    readonly conditions: readonly string[];
    readonly always: readonly string[];
  },
  selection: ReadableSelection,
): ReadonlySet<string> {
  const names = conditions.flatMap((condition) => [...(selection.get(condition) ?? [])]);
  const hidden = names.includes(HIDDEN) ? type.hiddenFields : [];
  const needed = names.flatMap((name) => (Object.hasOwn(type.needs, name) ? (type.needs[name] ?? []) : []));
  return new Set([...names, ...always, ...hidden, ...needed]);
}

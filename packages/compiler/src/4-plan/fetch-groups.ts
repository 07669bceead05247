/** Which parts of an entity each subgraph supplies in one call. */
import { isEntity } from '../model/federation-model.ts';
import type { FieldModel, FieldResolution, FieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';

/** All fetch groups of a type, by subgraph name and ordinal; none for a type that is no entity. */
export function fetchGroupsOf(type: ObjectTypeModel): FetchGroup[] {
  if (!isEntity(type)) return [];
  return [...type.keys].flatMap(([subgraph, keys]) => {
    const resolvable = keys.filter(({ isResolvable }) => isResolvable);
    return resolvable.length === 0 ? [] : groupsIn(type, subgraph, resolvable);
  });
}

function groupsIn(type: ObjectTypeModel, subgraph: string, keys: readonly FieldSet[]): FetchGroup[] {
  const byRequires = new Map<string, { requires: FieldSet | undefined; fields: string[] }>();
  for (const field of type.fields.values()) {
    const resolution = resolutionIn(field, subgraph);
    if (resolution === undefined || field.hasArguments) continue;
    const id = resolution.requires?.text ?? '';
    const group = byRequires.get(id) ?? { requires: resolution.requires, fields: [] };
    group.fields.push(field.name);
    byRequires.set(id, group);
  }
  return [...byRequires]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { requires, fields }], index) => ({
      typeName: type.name,
      subgraph,
      ordinal: byRequires.has('') ? index : index + (id === '' ? 0 : 1),
      keys,
      requires,
      fields,
    }));
}

export function resolutionIn(field: FieldModel, subgraph: string): FieldResolution | undefined {
  return field.resolutions.find((resolution) => resolution.subgraph === subgraph);
}

/**
 * Names of the fields that a value of `type` carries when `subgraph` produced it: its own fields without arguments and
 * without `@requires`, its key fields (also where they are `@external`), and the leaf fields that the producing field
 * provides. A composite field is provided in part only (`maker { name }`), so it counts as absent: a field that is
 * fetched in full is never wrong.
 */
export function suppliedFields(
  type: ObjectTypeModel,
  subgraph: string,
  provides: FieldSet | undefined,
): Set<string> {
  const supplied = new Set<string>(
    (provides?.fieldNames ?? []).filter((name) => type.fields.get(name)?.isComposite === false),
  );
  for (const key of type.keys.get(subgraph) ?? []) for (const name of key.fieldNames) supplied.add(name);
  for (const field of type.fields.values()) {
    const resolution = resolutionIn(field, subgraph);
    if (resolution !== undefined && resolution.requires === undefined && !field.hasArguments)
      supplied.add(field.name);
  }
  return supplied;
}

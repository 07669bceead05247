/**
 * What a step that tells the object types of values names of these types: wanted fields of them, keys for other subgraphs
 * among them, are in the same answer. Before that, an entity has its interface's type.
 */
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { constantTable } from './module-text.ts';

/** Interface whose object types the step tells -> those that the step has fields of. */
export type ObjectTypes = Readonly<Record<string, readonly string[]>>;

/** @returns undefined for a step that tells no object types, or has no fields of any */
export function objectTypesOf(
  { possibleTypes }: FederationModel,
  groups: readonly FetchGroup[],
): ObjectTypes | undefined {
  const finders = groups.filter(({ fields }) => fields.includes('__typename'));
  if (finders.length === 0) return undefined;
  const known = new Set(groups.map(({ typeName }) => typeName));
  const table = finders.flatMap(({ typeName }) => {
    const members = (possibleTypes.get(typeName) ?? []).filter((name) => known.has(name)).sort();
    return members.length === 0 ? [] : [[typeName, members] as const];
  });
  return table.length === 0 ? undefined : Object.fromEntries(table);
}

/** Needs IS_PRESENT. */
const AS_OBJECT_TYPES = `
/** What the entities of interfaces may turn out to be, each as an entity without any fields. */
function asObjectTypes(entities) {
  return Object.keys(OBJECT_TYPES)
    .filter((typeName) => entities.some((entity) => isPresent(entity) && entity.__typename === typeName))
    .map((typeName) => OBJECT_TYPES[typeName].map((__typename) => ({ __typename })))
    .flat();
}
`;

export function objectTypesBlocks(types: ObjectTypes | undefined): readonly string[] {
  return types === undefined ? [] : [constantTable('OBJECT_TYPES', types), AS_OBJECT_TYPES];
}

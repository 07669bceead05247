import type { FetchGroup } from '@tributary/compiler';
import type { Values } from './field-run.ts';
import { mergeValues } from './merge-values.ts';
import type { ValueEntity } from './value-entities.ts';

/** By type of the entities. */
export type GroupsByType = ReadonlyMap<string, { readonly group: FetchGroup }>;

/** Copies what the call brought; what is there already stays, and gains what it lacks below. */
export function copyFields(candidate: ValueEntity, found: Values, groups: GroupsByType): void {
  const { type } = candidate;
  const entity = candidate.own();
  let group = groups.get(type)?.group;
  if (group?.fields.includes('__typename') === true) {
    const { __typename: actual } = found;
    if (typeof actual !== 'string') return;
    candidate.setType(actual);
    group = groups.get(actual)?.group;
  }
  if (group === undefined) return;
  for (const name of group.fields) copyField(entity, found, name);
  for (const name of group.along) copyField(entity, found, name);
}

/** Values of JSON are never undefined: it means that there is no such member. */
function copyField(entity: Record<string, unknown>, found: Values, name: string): void {
  const value = found[name];
  if (value === undefined) return;
  const known = entity[name];
  entity[name] = known === undefined ? value : mergeValues(known, value);
}

/** What an entity must hold so that its fields can hand on what they carry of contexts. */
import type { FederationModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { Reach } from './reach.ts';

export interface ContextNeeds {
  /** Field -> paths below the entity that must be fetched before. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Fields with a context that can not be had. */
  readonly lacking: ReadonlySet<string>;
}

/** @param reach - steps that the contexts need are added to it */
export function needsOfContexts(model: FederationModel, type: ObjectTypeModel, reach: Reach): ContextNeeds {
  const needs = new Map<string, readonly string[]>();
  const lacking = new Set<string>();
  if (model.contexts.size === 0) return { needs, lacking };
  for (const name of type.fields.keys()) {
    const carried = model.contexts.get(`${type.name}.${name}`) ?? [];
    for (const { selection } of carried) {
      if (selection === undefined) continue;
      const found = reach.ensure(selection.selectionSet);
      if (found === undefined) lacking.add(name);
      else if (found.length > 0) needs.set(name, [...new Set([...(needs.get(name) ?? []), ...found])]);
    }
  }
  return { needs, lacking };
}

/** Which subgraphs a field's own resolver asks by key of the parent, and what for. */
import type { FetchGroup, FieldFetch } from '../model/resolver-plan.ts';
import type { ExploredField } from './explore-values.ts';

/** Fetches of an absent value first, then those that add to a value that is there in part. */
export function planFieldFetches({ type, field, parents, ways }: ExploredField): FieldFetch[] {
  if (type.isRoot || field.hasArguments) return [];
  const fetches = new Map<FetchGroup, Set<string>>();
  for (const { lazy, single, fetchedBy } of parents) {
    const group = lazy.has(field.name) || single.has(field.name) ? fetchedBy.get(field.name) : undefined;
    if (group !== undefined && !fetches.has(group)) fetches.set(group, new Set());
  }
  for (const { subgraph, adds } of ways.flatMap(({ added }) => added)) {
    const group = parents
      .flatMap(({ reachable }) => [...reachable.keys()])
      .find((one) => one.subgraph === subgraph && one.fields.includes(field.name));
    if (group === undefined) continue;
    const paths = fetches.get(group) ?? new Set<string>();
    for (const path of adds) paths.add(path);
    fetches.set(group, paths);
  }
  return [...fetches].map(([group, paths]) => ({ group, adds: [...paths].sort() }));
}

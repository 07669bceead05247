/** Which subgraphs a field's own resolver asks by key of the parent, and what for. */
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup, FieldFetch } from '../model/resolver-plan.ts';
import { coveredFields } from './covered-fields.ts';
import type { ExploredField } from './explore-values.ts';
import type { LackingFields } from './lacking-fields.ts';
import { missedPaths } from './missed-paths.ts';

/** Fetches of an absent value first, then those that add to a value that is there in part. */
export function planFieldFetches(
  model: FederationModel,
  { type, field, parents, ways }: ExploredField,
  lackingFields: LackingFields,
): FieldFetch[] {
  if (type.isRoot || field.hasArguments) return [];
  const isFetched = parents.some(({ lazy, single }) => lazy.has(field.name) || single.has(field.name));
  if (!isFetched && ways.every(({ added }) => added.length === 0)) return [];
  const fetches = new Map<FetchGroup, Set<string>>();
  for (const { lazy, single, fetchedBy, reachable } of parents) {
    const group = lazy.has(field.name) || single.has(field.name) ? fetchedBy.get(field.name) : undefined;
    if (group === undefined) continue;
    // Which of two groups with an override label is right is known at run time only.
    const choices =
      group.condition === undefined
        ? [group]
        : [...reachable.keys()].filter(
            ({ fields, condition }) => condition !== undefined && fields.includes(field.name),
          );
    for (const choice of choices) if (!fetches.has(choice)) fetches.set(choice, new Set());
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
  const subgraphs = [...fetches.keys()].map(({ subgraph }) => subgraph);
  const missed = missedPaths(lackingFields, field, subgraphs);
  return [...fetches].map(([group, paths], index) => ({
    group,
    adds: [...paths].sort(),
    covers: fetches.size > 1 && field.isComposite ? coveredFields(model, field, group.subgraph) : [],
    misses: missed[index] ?? [],
  }));
}

import type { FetchGroup, ResolverPlan } from '../model/resolver-plan.ts';
import { groupId } from './fetch-groups.ts';

/** The groups with the fields that can be left to their own resolvers. */
export function withLazyFields(
  groups: readonly FetchGroup[],
  resolvers: readonly ResolverPlan[],
): FetchGroup[] {
  const ownFetches = new Map(
    resolvers.map(({ typeName, fieldName, fetches }) => [
      `${typeName}.${fieldName}`,
      new Set(fetches.map(({ group }) => groupId(group))),
    ]),
  );
  const needed = new Set(
    resolvers.flatMap(({ completion }) =>
      (completion?.types ?? []).flatMap(({ typeName, needs, contextNeeds }) =>
        [...Object.values(needs), ...Object.values(contextNeeds).map(({ paths }) => paths)]
          .flat()
          .map((path) => `${typeName}.${path.split('.')[0] ?? ''}`),
      ),
    ),
  );
  return groups.map((group) => {
    const lazy = group.fields.filter((name) => {
      const id = `${group.typeName}.${name}`;
      return ownFetches.get(id)?.has(groupId(group)) === true && !needed.has(id);
    });
    return lazy.length === 0 ? group : { ...group, lazy };
  });
}

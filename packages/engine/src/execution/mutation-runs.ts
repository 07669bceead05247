import type { MutationField, StartsTogether } from './resolvers/native-resolver.ts';
import type { FieldGroup } from './selection/collect-fields.ts';

/**
 * The root fields of a mutation in their order, those in one list that need not wait for each other. Each is in a list
 * by itself unless native resolvers say otherwise; `__typename` is with its neighbors.
 */
export function mutationRuns(
  groups: readonly FieldGroup[],
  startsTogether: StartsTogether | undefined,
  variables: MutationField['variables'],
): readonly (readonly FieldGroup[])[] {
  const runs: FieldGroup[][] = [[]];
  let earlier: MutationField[] = [];
  let isOpen = true;
  for (const group of groups) {
    const { plan, nodes } = group;
    if (plan === undefined) {
      runs.at(-1)?.push(group);
      continue;
    }
    const field = { name: plan.name, nodes, variables };
    const isNative = plan.resolver?.kind === 'native';
    const isJoining = isOpen && (earlier.length === 0 || (isNative && startsTogether?.(earlier, field)));
    if (isJoining === true) runs.at(-1)?.push(group);
    else runs.push([group]);
    earlier = isJoining === true ? [...earlier, field] : [field];
    isOpen = isNative;
  }
  return runs;
}

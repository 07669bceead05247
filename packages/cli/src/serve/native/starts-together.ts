/** Which fields of a mutation go to their subgraph in one request. */
import type { FieldNode } from 'graphql';
import { planMutationField, startsTogether } from '@tributary/compiler';
import type { Compilation, PlannedResolver } from '@tributary/compiler';
import type { MutationField, StartsTogether } from '@tributary/engine';

/** Plans a field once for each document. */
export function createStartsTogether(compilation: Compilation): StartsTogether {
  const known = new WeakMap<readonly FieldNode[], PlannedResolver | undefined>();
  const planOf = ({ nodes, variables }: MutationField): PlannedResolver | undefined => {
    if (!known.has(nodes)) known.set(nodes, planMutationField(compilation, nodes, variables));
    return known.get(nodes);
  };
  return (earlier, field) => {
    const plan = planOf(field);
    const plans = earlier.flatMap((one) => planOf(one) ?? []);
    return plan !== undefined && plans.length === earlier.length && startsTogether(compilation, plans, plan);
  };
}

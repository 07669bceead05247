/**
 * Phase 4, plan: FederationModel -> ApiPlan, within the functions that AppSync takes in one pipeline. What a pipeline has
 * no room for is left to the resolvers of the fields themselves, which AppSync runs when they are selected.
 */
import { exceededLimit } from '../check/limit-measure.ts';
import { MAX_PIPELINE_FUNCTIONS } from '../check/limits.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, ResolverPlan } from '../model/resolver-plan.ts';
import { err } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { countFunctions } from './count-functions.ts';
import { groupId, ordinalsOf } from './fetch-groups.ts';
import { planAllResolvers } from './plan-all-resolvers.ts';
import type { PlannedSubgraph } from './plan-all-resolvers.ts';

export type { PlannedSubgraph } from './plan-all-resolvers.ts';

/** @returns the plan, or diagnostics; `APPSYNC_TOO_MANY_FUNCTIONS` for a field that can't do with fewer functions */
export function planResolvers(
  model: FederationModel,
  subgraphs: readonly PlannedSubgraph[],
): Result<ApiPlan> {
  let deferred: ReadonlySet<string> = new Set();
  for (;;) {
    const planned = planAllResolvers({ ...model, deferred }, subgraphs);
    if (!planned.ok) return planned;
    const crowded = planned.value.resolvers.filter((one) => countFunctions(one) > MAX_PIPELINE_FUNCTIONS);
    if (crowded.length === 0) return planned;
    const last = crowded.flatMap((one) => groupsOfLastStep(planned.value, one)).map(groupId);
    const more = last.filter((id) => !deferred.has(id));
    if (more.length === 0) return err(crowded.map(tooManyFunctions));
    deferred = new Set([...deferred, ...more]);
  }
}

/** What no other step of the pipeline waits for; which of two groups with a label is right is known at run time only. */
function groupsOfLastStep({ groups }: ApiPlan, { completion }: ResolverPlan): FetchGroup[] {
  const last = completion?.steps.at(-1);
  if (last === undefined || last.places.some(({ path }) => path.length > 0)) return [];
  const typeNames = new Set(completion?.types.map(({ typeName }) => typeName));
  return groups.filter(
    ({ subgraph, ordinal, typeName, condition, fields }) =>
      subgraph === last.subgraph &&
      ordinalsOf(last).includes(ordinal) &&
      typeNames.has(typeName) &&
      condition === undefined &&
      !fields.includes('__typename'),
  );
}

function tooManyFunctions(resolver: ResolverPlan) {
  return exceededLimit({
    limit: 'pipeline-functions',
    place: `"${resolver.typeName}.${resolver.fieldName}"`,
    value: countFunctions(resolver),
    maximum: MAX_PIPELINE_FUNCTIONS,
  });
}

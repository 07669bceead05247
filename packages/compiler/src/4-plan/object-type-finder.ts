/**
 * Values of a subgraph in which their interface is an object do not tell their object types: a step asks another
 * subgraph, whose answer may have fields of the object type besides.
 */
import type { FederationModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { fetchGroupsOf, groupId } from './fetch-groups.ts';
import { planEntity } from './plan-entity.ts';
import type { EntityPlan } from './plan-entity.ts';
import type { ReachStep } from './reach-place.ts';
import { createReach } from './reach.ts';
import { valueSource } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

export interface ObjectTypeFinder {
  readonly group: FetchGroup;
  /** Its own last, after those that get its key. */
  readonly steps: readonly ReachStep[];
}

/** @param type - of a field; undefined for a union, or when values from these sources tell their types */
export function objectTypeFinder(
  model: FederationModel,
  type: ObjectTypeModel | undefined,
  sources: readonly ValueSource[],
): ObjectTypeFinder | undefined {
  if (type === undefined || !sources.some(({ subgraph }) => type.interfaceObjectIn.has(subgraph)))
    return undefined;
  const reach = createReach({ model, type, sources, mayCall: false });
  const group = fetchGroupsOf(type).find(
    (one) => one.fields.includes('__typename') && reach.include(one) !== undefined,
  );
  return group && { group, steps: reach.steps };
}

/**
 * The plans of an entity for each way in which it can look when its steps begin: where the finder's answer may have
 * fields of it that lack something inside, with these fields too.
 */
export function plansOfEntity(
  model: FederationModel,
  type: ObjectTypeModel,
  {
    sources,
    finder,
  }: { readonly sources: readonly ValueSource[]; readonly finder: ObjectTypeFinder | undefined },
): readonly EntityPlan[] {
  const plan = planEntity(model, type, sources);
  if (finder === undefined) return [plan];
  const found = planEntity(model, type, [...sources, valueSource(finder.group.subgraph)]);
  const known = new Set(innerSteps(plan));
  // What it may have is not to be relied on: a server answers what it is asked for.
  return innerSteps(found).some((one) => !known.has(one))
    ? [plan, { ...found, supplied: plan.supplied }]
    : [plan];
}

/** Those that complete what an entity has in part. */
function innerSteps({ steps }: EntityPlan): readonly string[] {
  return steps
    .filter(({ path, adds }) => path.length + adds.length > 0)
    .map(({ group, path, adds }) => [groupId(group), ...path, ...adds].join(' '));
}

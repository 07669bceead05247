/**
 * A composite field that is all that an entity lacks is left to its own resolver. In a value of several object types
 * each of them would make a call of its own; one step for all types makes one.
 */
import { bringersFirst } from './bringers-first.ts';
import { callId } from './fetch-groups.ts';
import type { EntityPlan } from './plan-entity.ts';
import type { ReachStep } from './reach-place.ts';

/** Steps that are there for several object types of a value. @param plans - by object type, for each origin */
export function sharedCalls(plans: readonly (readonly EntityPlan[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const ofType of plans) {
    const calls = ofType.flatMap(({ steps, spareSteps }) =>
      [...steps, ...spareSteps].flatMap(({ group, path }) => (path.length === 0 ? [callId(group)] : [])),
    );
    for (const call of new Set(calls)) (seen.has(call) ? shared : seen).add(call);
  }
  return shared;
}

/**
 * Steps for composite fields that an answer may hold although another subgraph has them: the field's own resolver would
 * believe what is there, a completion drops it.
 */
export function leftoverCalls(
  types: readonly { readonly plans: readonly EntityPlan[]; readonly leftovers: readonly string[] }[],
): ReadonlySet<string> {
  return new Set(
    types.flatMap(({ plans, leftovers }) =>
      plans.flatMap(({ spareSteps }) =>
        spareSteps.flatMap(({ group, path }) =>
          path.length === 0 && group.fields.some((name) => leftovers.includes(name)) ? [callId(group)] : [],
        ),
      ),
    ),
  );
}

/** The plan's steps with those of the spare ones that make one of these calls. */
export function withSpareSteps(
  { steps, spareSteps }: EntityPlan,
  calls: ReadonlySet<string>,
): readonly ReachStep[] {
  const added = spareSteps.filter(({ group }) => calls.has(callId(group)));
  return added.length === 0 ? steps : bringersFirst([...steps, ...added]);
}

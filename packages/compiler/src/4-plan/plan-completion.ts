/** Completion of a field's value: the entity plans of its possible types, merged into steps. */
import type { FederationModel, FieldModel, FieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import { isEntity } from '../model/federation-model.ts';
import type { Completion, FetchStep } from '../model/resolver-plan.ts';
import { suppliedFields } from './fetch-groups.ts';
import { planEntity } from './plan-entity.ts';
import type { EntityPlan, Supply } from './plan-entity.ts';

/** One subgraph that may have produced a field's value. */
export interface Producer {
  readonly subgraph: string;
  readonly provides: FieldSet | undefined;
}

export interface ValueCompletion {
  /** undefined: the producer supplies everything that has no resolver of its own. */
  readonly completion: Completion | undefined;
  readonly entityPlans: readonly EntityPlan[];
}

/**
 * @param producers - subgraphs that may have produced the value; what they do not all supply counts as absent
 */
export function planCompletion(
  model: FederationModel,
  field: FieldModel,
  producers: readonly Producer[],
): ValueCompletion {
  const isAbstract = model.possibleTypes.has(field.namedType);
  const typeNames = isAbstract ? (model.possibleTypes.get(field.namedType) ?? []) : [field.namedType];
  const types = typeNames.flatMap((name) => {
    const type = model.types.get(name);
    return type !== undefined && isEntity(type) ? [type] : [];
  });
  const entityPlans = types.map((type) => planEntity(type, supplyOf(type, producers)));
  const completed = entityPlans.map(({ completion }) => completion).filter(({ groups }) => groups.length > 0);
  if (completed.length === 0) return { completion: undefined, entityPlans };
  return {
    completion: {
      listDepth: field.listDepth,
      typeName: isAbstract ? undefined : field.namedType,
      types: completed,
      steps: mergeSteps(completed.map(({ groups }) => groups)),
    },
    entityPlans,
  };
}

function supplyOf(type: ObjectTypeModel, producers: readonly Producer[]): Supply {
  const supplies = producers.map(({ subgraph, provides }) => suppliedFields(type, subgraph, provides));
  const sometimes = new Set(supplies.flatMap((supplied) => [...supplied]));
  return {
    always: new Set([...sometimes].filter((name) => supplies.every((one) => one.has(name)))),
    sometimes,
  };
}

/**
 * Merges the step orders of several types into one that keeps each of them: a step is placed when no list still has
 * it behind another step. Two types that disagree (A before B, B before A) get the step twice.
 */
function mergeSteps(orders: readonly (readonly FetchStep[])[]): FetchStep[] {
  const queues = orders.map((order) => order.map(({ subgraph, ordinal }) => ({ subgraph, ordinal })));
  const merged: FetchStep[] = [];
  const isSame = (a: FetchStep, b: FetchStep) => a.subgraph === b.subgraph && a.ordinal === b.ordinal;
  while (queues.some((queue) => queue.length > 0)) {
    const heads = queues.flatMap((queue) => queue.slice(0, 1));
    const next =
      heads.find((head) => queues.every((queue) => queue.findIndex((step) => isSame(step, head)) <= 0)) ??
      heads[0];
    if (next === undefined) break;
    merged.push(next);
    for (const queue of queues) if (queue[0] !== undefined && isSame(queue[0], next)) queue.shift();
  }
  return merged;
}

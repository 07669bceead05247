/** What one object type of a field's value comes to: of its plans for several origins, what a pipeline has to know. */
import type { FederationModel, ObjectTypeModel, OverrideCondition } from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import type { FetchGroup, TypeCompletion } from '../model/resolver-plan.ts';
import type { EntityPlan } from './plan-entity.ts';
import type { ReachStep } from './reach-place.ts';
import { resolutionIn } from './value-source.ts';

/** `Type.field` -> groups that its own resolver may ask; their keys must be in the entity. */
export type FetchesOfFields = ReadonlyMap<string, readonly FetchGroup[]>;

export interface TypeToComplete {
  /** For each way in which a value of this type may come about. */
  readonly plans: readonly [EntityPlan, ...EntityPlan[]];
  /** Subgraphs that make the value. */
  readonly producers: readonly string[];
  /** The steps of each plan that are made. */
  readonly orders: readonly (readonly ReachStep[])[];
  /** What functions may go on answering although another subgraph has it. */
  readonly leftovers: readonly string[];
  /** The value is that of a root field. */
  readonly isRoot: boolean;
  /** Fields with an override label that the value has of the subgraph whose answer counts. */
  readonly settled: ReadonlySet<string>;
}

export type CompleteType = (input: TypeToComplete) => TypeCompletion;

/** Many fields have values of the same type and origin: what these come to is worked out once. */
export function createCompleteType(model: FederationModel, fetches: FetchesOfFields): CompleteType {
  const known = new Map<EntityPlan, Map<string, TypeCompletion>>();
  return (input) => {
    const { plans, producers, orders, leftovers, settled } = input;
    const [plan] = plans;
    const isUsual = plans.length === 1 && orders[0] === plan.steps && leftovers.length + settled.size === 0;
    if (!isUsual) return completeType(model, fetches, input);
    const ofPlan = innerMap(known, plan);
    const id = producers.join(' ');
    const completion = ofPlan.get(id) ?? completeType(model, fetches, input);
    ofPlan.set(id, completion);
    return completion;
  };
}

function completeType(
  model: FederationModel,
  fetches: FetchesOfFields,
  { plans, producers, orders, leftovers, isRoot, settled }: TypeToComplete,
): TypeCompletion {
  const { type } = plans[0];
  const labelledFields = labelledFieldsOf(type, producers);
  const names = [...type.fields.keys()].sort();
  const isSupplied = (name: string) => plans.some(({ supplied }) => supplied.has(name));
  // Asked for by themselves: what a producer has under the name is its answer for no arguments.
  const hasArguments = (name: string) => type.fields.get(name)?.hasArguments === true;
  const lackingFields = names.filter((name) => !plans.every(({ supplied }) => supplied.has(name)));
  const needs = Object.fromEntries(
    names.flatMap((name) => {
      const groups = fetches.get(type.fields.get(name)?.coordinate ?? '');
      const all = plans.flatMap((plan) => needsOf(plan, name, groups));
      return all.length === 0 ? [] : [[name, [...new Set(all)].sort()] as const];
    }),
  );
  const contextNeeds = contextNeedsOf(model, plans, names);
  const isLeaf = (name: string) => type.fields.get(name)?.isComposite === false;
  const isInSteps = (name: string) =>
    plans.some(({ fetchedBy, single }) => fetchedBy.has(name) && !single.has(name));
  // Not fetched again of a root field whose value another subgraph may have given.
  const leftoverFields = [...new Set(leftovers)]
    .sort()
    .filter(
      (name) => !(isRoot && isSupplied(name)) && !Object.hasOwn(labelledFields, name) && !settled.has(name),
    );
  const isOwn = (name: string) => fetches.has(type.fields.get(name)?.coordinate ?? '');
  // A composite field comes along with the leaves of its step, unless these are there and it alone is dropped.
  const isDropped = (name: string) => isSupplied(name) && leftoverFields.includes(name) && !isOwn(name);
  const hidden = new Set([
    ...lackingFields.filter((name) => (isLeaf(name) || isDropped(name)) && isInSteps(name)),
    ...Object.values(needs).flat(),
    ...Object.values(contextNeeds).flatMap(({ paths }) => paths),
  ]);
  const stepGroups = orders.flatMap((steps) =>
    steps.filter(({ path }) => path.length === 0).map(({ group }) => group),
  );
  const inner = [...hidden].filter((path) => path.includes('.'));
  const brought = lackingFields.filter((name) => stepGroups.some(({ fields }) => fields.includes(name)));
  return {
    typeName: type.name,
    fetchedFields: [...brought, ...inner].sort(),
    foreignFields: names.filter(
      (name) =>
        !isSupplied(name) &&
        !hasArguments(name) &&
        !Object.hasOwn(labelledFields, name) &&
        !settled.has(name),
    ),
    leftoverFields,
    labelledFields,
    lackingFields,
    hiddenFields: [...hidden].sort(),
    needs,
    contextNeeds,
  };
}

function contextNeedsOf(
  model: FederationModel,
  plans: readonly EntityPlan[],
  names: readonly string[],
): TypeCompletion['contextNeeds'] {
  if (plans.every(({ contextNeeds }) => contextNeeds.size === 0)) return {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const paths = plans.flatMap(({ contextNeeds, supplied }) =>
        (contextNeeds.get(name) ?? []).filter((path) => !supplied.has(path)),
      );
      if (paths.length === 0) return [];
      const carried = model.contexts.get(`${plans[0]?.type.name ?? ''}.${name}`) ?? [];
      const takenBy = carried.flatMap((one) => (one.selection === undefined ? [] : one.takenBy));
      return [[name, { takenBy: [...new Set(takenBy)].sort(), paths: [...new Set(paths)].sort() }] as const];
    }),
  );
}

/** Fields of the one producer that it has while a label says so. */
function labelledFieldsOf(
  type: ObjectTypeModel,
  producers: readonly string[],
): Record<string, OverrideCondition> {
  const [producer] = producers;
  if (producer === undefined || producers.some((one) => one !== producer)) return {};
  const labelled = [...type.fields.values()].flatMap((field) => {
    const resolution = resolutionIn(field, producer);
    const isOwn = resolution?.requires === undefined && !field.hasArguments;
    return isOwn && resolution?.condition !== undefined ? [[field.name, resolution.condition] as const] : [];
  });
  return Object.fromEntries(labelled);
}

/** @param groups - those that the field's own resolver may ask */
function needsOf(
  plan: EntityPlan,
  name: string,
  groups: readonly FetchGroup[] | undefined,
): readonly string[] {
  const own = plan.supplied.has(name) ? undefined : plan.needs.get(name);
  if (own === undefined && groups === undefined) return [];
  const ofFetches = (groups ?? []).flatMap((group) => plan.reachable.get(group) ?? []);
  return [...(own ?? []), ...ofFetches].filter((one) => !plan.supplied.has(one));
}

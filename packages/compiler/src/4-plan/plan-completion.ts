/** Completion of a field's value: the entity plans of its possible types and origins, merged into steps. */
import type {
  FederationModel,
  FieldModel,
  ObjectTypeModel,
  OverrideCondition,
} from '../model/federation-model.ts';
import type { Completion, FetchGroup, TypeCompletion } from '../model/resolver-plan.ts';
import { fetchGroupsOf } from './fetch-groups.ts';
import type { ValueWay } from './lacking-fields.ts';
import { leftoverFields } from './leftover-fields.ts';
import { planEntity } from './plan-entity.ts';
import type { EntityPlan } from './plan-entity.ts';
import type { ReachStep } from './reach-place.ts';
import { createReach } from './reach.ts';
import { scheduleSteps } from './schedule-steps.ts';
import { leftoverCalls, sharedCalls, withSpareSteps } from './spare-steps.ts';
import { objectTypesFrom, resolutionIn } from './value-source.ts';

/** `Type.field` -> groups that its own resolver may ask; their keys must be in the entity. */
export type FetchesOfFields = ReadonlyMap<string, readonly FetchGroup[]>;

export interface PlannedCompletion {
  /** undefined: the producer supplies everything that has no resolver of its own. */
  readonly completion: Completion | undefined;
  readonly groups: readonly FetchGroup[];
}

export interface CompletionInput {
  readonly field: FieldModel;
  /** It is a field of a root type. */
  readonly isRoot: boolean;
  /** How the value may come about; what not all of them supply counts as absent. */
  readonly ways: readonly ValueWay[];
  readonly fetches: FetchesOfFields;
  /** Subgraphs whose answers may hold more than what they are asked for. */
  readonly volunteers: ReadonlySet<string>;
  /** Functions that the field's pipeline has room for. */
  readonly room: number;
}

export function planCompletion(model: FederationModel, input: CompletionInput): PlannedCompletion {
  // Leaves, most of all fields, have no values to complete.
  if (input.ways.length === 0) return { completion: undefined, groups: [] };
  const types = typesOfValue(model, input);
  const shared = sharedCalls(types.map(({ plans }) => plans));
  const leftover = leftoverCalls(types);
  const complete = (calls: ReadonlySet<string>) => completeTypes(model, { ...input, types, calls });
  const isFitting = ({ completion }: PlannedCompletion) => (completion?.steps.length ?? 0) <= input.room;
  const planned = complete(new Set([...shared, ...leftover]));
  return isFitting(planned) || shared.size === 0 ? planned : complete(leftover);
}

interface TypeOfValue {
  /** For each way in which a value of this type may come about. */
  readonly plans: readonly EntityPlan[];
  /** What functions may go on answering although another subgraph has it. */
  readonly leftovers: readonly string[];
}

function typesOfValue(
  model: FederationModel,
  { field, ways, volunteers }: Pick<CompletionInput, 'field' | 'ways' | 'volunteers'>,
): readonly TypeOfValue[] {
  const namesOf = ({ sources }: ValueWay) => objectTypesFrom(model, field.namedType, sources);
  return [...new Set(ways.flatMap(namesOf))].sort().flatMap((name) => {
    const type = model.types.get(name);
    if (type === undefined) return [];
    const possible = ways.filter((way) => namesOf(way).includes(name));
    const leftovers = possible.flatMap(({ sources }) =>
      sources.some(({ subgraph }) => volunteers.has(subgraph)) ? leftoverFields(model, type, sources) : [],
    );
    return [{ plans: possible.map(({ sources }) => planEntity(model, type, sources)), leftovers }];
  });
}

interface TypesToComplete extends CompletionInput {
  readonly types: readonly TypeOfValue[];
  /** Calls of spare steps that are made. */
  readonly calls: ReadonlySet<string>;
}

function completeTypes(
  model: FederationModel,
  { field, isRoot, ways, fetches, room, types, calls }: TypesToComplete,
): PlannedCompletion {
  const isAbstract = model.possibleTypes.has(field.namedType);
  const finder = isAbstract ? planInterfaceObject(model, field, ways) : undefined;
  const producers = ways.flatMap(({ sources }) => sources.map(({ subgraph }) => subgraph));
  const completed = types.flatMap(({ plans, leftovers }) => {
    const orders = plans.map((plan) => withSpareSteps(plan, calls));
    if (orders.every((steps) => steps.length === 0)) return [];
    const type = completeType(model, plans, { fetches, producers, orders, leftovers, isRoot });
    return [{ type, orders }];
  });
  if (completed.length === 0 && finder === undefined) return { completion: undefined, groups: [] };
  const orders = completed.flatMap((one) => one.orders);
  return {
    completion: {
      listDepth: field.listDepth,
      typeName: isAbstract ? undefined : field.namedType,
      interfaceObject: finder?.type.typeName,
      types: [...(finder === undefined ? [] : [finder.type]), ...completed.map(({ type }) => type)],
      steps: scheduleSteps(
        [
          ...(finder?.orders ?? []).map((steps) => ({ steps, isFinder: true })),
          ...orders.map((steps) => ({ steps, isFinder: false })),
        ],
        room,
      ),
    },
    groups: [...(finder?.orders ?? []), ...orders].flatMap((steps) => steps.map(({ group }) => group)),
  };
}

/** What the plans of one type for several origins come to together. */
function completeType(
  model: FederationModel,
  plans: readonly EntityPlan[],
  {
    fetches,
    producers,
    orders,
    leftovers,
    isRoot,
  }: {
    readonly fetches: FetchesOfFields;
    readonly producers: readonly string[];
    readonly orders: readonly (readonly ReachStep[])[];
    readonly leftovers: readonly string[];
    readonly isRoot: boolean;
  },
): TypeCompletion {
  const labelledFields = labelledFieldsOf(plans[0]?.type, producers);
  const type = plans[0]?.type;
  const names = [...(type?.fields.keys() ?? [])].sort();
  const isSupplied = (name: string) => plans.some(({ supplied }) => supplied.has(name));
  // Asked for by themselves: what a producer has under the name is its answer for no arguments.
  const hasArguments = (name: string) => type?.fields.get(name)?.hasArguments === true;
  const lackingFields = names.filter((name) => !plans.every(({ supplied }) => supplied.has(name)));
  const needs = Object.fromEntries(
    names.flatMap((name) => {
      const groups = fetches.get(`${type?.name ?? ''}.${name}`);
      const all = new Set(plans.flatMap((plan) => needsOf(plan, name, groups)));
      return all.size === 0 ? [] : [[name, [...all].sort()] as const];
    }),
  );
  const contextNeeds = contextNeedsOf(model, plans, names);
  const isLeaf = (name: string) => type?.fields.get(name)?.isComposite === false;
  const isInSteps = (name: string) =>
    plans.some(({ fetchedBy, single }) => fetchedBy.has(name) && !single.has(name));
  const hidden = new Set([
    ...lackingFields.filter((name) => isLeaf(name) && isInSteps(name)),
    ...Object.values(needs).flat(),
    ...Object.values(contextNeeds).flatMap(({ paths }) => paths),
  ]);
  const stepGroups = orders.flatMap((steps) =>
    steps.filter(({ path }) => path.length === 0).map(({ group }) => group),
  );
  const inner = [...hidden].filter((path) => path.includes('.'));
  const brought = lackingFields.filter((name) => stepGroups.some(({ fields }) => fields.includes(name)));
  return {
    typeName: type?.name ?? '',
    fetchedFields: [...brought, ...inner].sort(),
    foreignFields: names.filter(
      (name) => !isSupplied(name) && !hasArguments(name) && !Object.hasOwn(labelledFields, name),
    ),
    // Not fetched again of a root field whose value another subgraph may have given.
    leftoverFields: [...new Set(leftovers)]
      .sort()
      .filter((name) => !(isRoot && isSupplied(name)) && !Object.hasOwn(labelledFields, name)),
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
  type: ObjectTypeModel | undefined,
  producers: readonly string[],
): Record<string, OverrideCondition> {
  const [producer] = producers;
  if (producer === undefined || producers.some((one) => one !== producer)) return {};
  const labelled = [...(type?.fields.values() ?? [])].flatMap((field) => {
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

/** The step that finds the object types of values from a subgraph in which the interface is an object. */
function planInterfaceObject(model: FederationModel, field: FieldModel, ways: readonly ValueWay[]) {
  const type = model.types.get(field.namedType);
  const blind = ways.filter(({ sources }) =>
    sources.some(({ subgraph }) => type?.interfaceObjectIn.has(subgraph) === true),
  );
  if (type === undefined || blind.length === 0) return undefined;
  const steps = blind.flatMap(({ sources }) => {
    const reach = createReach({ model, type, sources, mayCall: false });
    const finder = fetchGroupsOf(type).find(
      (group) => group.fields.includes('__typename') && reach.include(group) !== undefined,
    );
    return finder === undefined ? [] : [reach.steps];
  });
  const needs = [
    ...new Set(steps.flat().flatMap(({ group }) => group.keys.flatMap(({ fieldNames }) => fieldNames))),
  ];
  const completion: TypeCompletion = {
    typeName: type.name,
    foreignFields: [],
    leftoverFields: [],
    labelledFields: {},
    lackingFields: ['__typename'],
    fetchedFields: ['__typename'],
    hiddenFields: ['__typename', ...needs].sort(),
    needs: {},
    contextNeeds: {},
  };
  return { type: completion, orders: steps };
}

/**
 * One object type in a value of known origin: what the value carries, what can be fetched and how, what can not.
 *
 * The producer supplies, the field completes: a field that the value lacks is fetched by the steps of its completion
 * when it is a leaf, because a leaf has no resolver of its own. Composite fields are fetched by their own resolvers
 * (AppSync runs them exactly when they are selected), or by a step that is needed anyway.
 */
import { visibleFieldNames } from '../model/federation-model.ts';
import type {
  FederationModel,
  FieldModel,
  FieldSet,
  KeyFieldSet,
  ObjectTypeModel,
} from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { innerMap } from '../model/inner-map.ts';
import { fetchGroupsOf, groupId, groupsBringing } from './fetch-groups.ts';
import { bringersFirst } from './bringers-first.ts';
import type { ReachStep } from './reach-place.ts';
import { createReach } from './reach.ts';
import type { Reach } from './reach.ts';
import { needsOfContexts } from './needs-of-contexts.ts';
import { labelledFieldsThere } from './override-sides.ts';
import { resolutionIn, sourcesId, suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

export interface EntityPlan {
  readonly type: ObjectTypeModel;
  readonly supplied: ReadonlySet<string>;
  /** Steps that fetch every lacking field that a list of entities can be given, in dependency order. */
  readonly steps: readonly ReachStep[];
  /** Steps for one composite field alone, which its own resolver fetches as well; after `steps`. */
  readonly spareSteps: readonly ReachStep[];
  /** Lacking field -> the group that fetches it. */
  readonly fetchedBy: ReadonlyMap<string, FetchGroup>;
  /** Lacking fields whose `@requires` takes arguments: fetched for one entity at a time. */
  readonly single: ReadonlySet<string>;
  /** Field with arguments -> subgraphs that can be asked for it. */
  readonly callable: ReadonlyMap<string, readonly string[]>;
  /** Field -> what must be present before it can be fetched, transitive. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Field -> what it hands on of contexts, which must be present before; also of fields that are there. */
  readonly contextNeeds: ReadonlyMap<string, readonly string[]>;
  /** Lacking composite fields that their own resolver fetches, unless a step has brought them along. */
  readonly lazy: ReadonlySet<string>;
  /** Groups that can be asked, each with what must be present before. */
  readonly reachable: ReadonlyMap<FetchGroup, readonly string[]>;
  /** Visible fields that no key leads to for some state of an override label, or whose contexts can not be had. */
  readonly unreachable: readonly string[];
}

const plans = new WeakMap<FederationModel, Map<ObjectTypeModel, Map<string, EntityPlan>>>();

/** @param sources - what made the value together */
export function planEntity(
  model: FederationModel,
  type: ObjectTypeModel,
  sources: readonly ValueSource[],
): EntityPlan {
  const ofModel = plans.get(model) ?? new Map<ObjectTypeModel, Map<string, EntityPlan>>();
  if (ofModel.size === 0) plans.set(model, ofModel);
  const known = innerMap(ofModel, type);
  const id = sourcesId(sources);
  const found = known.get(id);
  if (found !== undefined) return found;
  const plan = makePlan(model, type, sources);
  known.set(id, plan);
  return plan;
}

function makePlan(
  model: FederationModel,
  type: ObjectTypeModel,
  sources: readonly ValueSource[],
): EntityPlan {
  const supplied = new Set(sources.flatMap((source) => [...suppliedNames(model, type, source)]));
  const shared = createReach({ model, type, sources, mayCall: false });
  const groups = fetchGroupsOf(type);
  const needs = new Map<string, readonly string[]>();
  const isInSteps = (group: FetchGroup) => model.deferred?.has(groupId(group)) !== true;
  const fetchedBy = assignFields(type, { isInSteps, supplied, reach: shared, needs });
  const single = new Set<string>();
  const missing = [...type.fields.values()].filter(({ name }) => !supplied.has(name));
  const callable = new Map<string, readonly string[]>();
  for (const field of missing) {
    const context = { type, field, sources, supplied, shared, needs };
    if (field.hasArguments) callable.set(field.name, callableFrom(model, context));
    else if (!fetchedBy.has(field.name)) {
      const group = fetchSingly(model, context);
      if (group === undefined) continue;
      fetchedBy.set(field.name, group);
      single.add(field.name);
    }
  }
  const contexts = needsOfContexts(model, type, shared);
  // The steps are final: looking for other ways from here on must not add to them.
  const steps = [...shared.steps];
  const reachable = reachableGroups(model, { type, sources, supplied, groups });
  const needed = neededSteps(type, { steps, fetchedBy, single, needs, contextNeeds: contexts.needs }, shared);
  const used = bringersFirst(needed);
  const isLeaf = (name: string) => type.fields.get(name)?.isComposite !== true;
  const isBroughtByOther = (name: string, by: FetchGroup) =>
    used.some(
      ({ group, path }) =>
        path.length === 0 && group !== by && [...group.fields, ...group.along].includes(name),
    );
  // A step that alone fetches a leaf also runs when a named fragment hides the selection, and then brings all its fields.
  const certain = new Set(
    [...fetchedBy].flatMap(([name, by]) =>
      isLeaf(name) && !single.has(name) && !isBroughtByOther(name, by) ? [by] : [],
    ),
  );
  const visible = visibleFieldNames(model, type.name);
  const ofLabels = labelledFieldsThere(type, { sources, supplied, reachable, callable });
  return {
    type,
    supplied,
    steps: used,
    spareSteps: steps.filter(
      (step) => !needed.includes(step) && [...fetchedBy.values()].includes(step.group),
    ),
    fetchedBy,
    single,
    callable,
    needs,
    contextNeeds: contexts.needs,
    lazy: new Set([...fetchedBy].flatMap(([name, by]) => (!isLeaf(name) && !certain.has(by) ? [name] : []))),
    reachable,
    unreachable: [...type.fields.values()].flatMap(({ name }) => {
      const isHad = supplied.has(name) || fetchedBy.has(name) || (callable.get(name) ?? []).length > 0;
      const isThere = ofLabels.get(name) ?? isHad;
      return visible.has(name) && (!isThere || contexts.lacking.has(name)) ? [name] : [];
    }),
  };
}

function reachableGroups(
  model: FederationModel,
  {
    type,
    sources,
    supplied,
    groups,
  }: Pick<FieldContext, 'type' | 'sources' | 'supplied'> & { readonly groups: readonly FetchGroup[] },
): Map<FetchGroup, readonly string[]> {
  if (groups.length === 0) return new Map();
  const isThere = ({ keys, requires }: FetchGroup) =>
    isKeyAtHand(type, supplied, keys) && (requires === undefined || isAtHand(type, supplied, requires));
  if (groups.every(isThere)) return new Map(groups.map((group) => [group, []]));
  const reach = createReach({ model, type, sources, mayCall: true });
  return new Map(
    groups.flatMap((group) => {
      const needs = reach.include(group);
      return needs === undefined ? [] : [[group, needs] as const];
    }),
  );
}

interface AssignContext {
  readonly isInSteps: (group: FetchGroup) => boolean;
  readonly supplied: ReadonlySet<string>;
  readonly reach: Reach;
  readonly needs: Map<string, readonly string[]>;
}

/** Each missing field without arguments -> the group that fetches it; a shared field joins a group that is needed anyway. */
function assignFields(type: ObjectTypeModel, context: AssignContext): Map<string, FetchGroup> {
  const { isInSteps, supplied, reach, needs } = context;
  const owner = new Map<string, FetchGroup>();
  const missing = [...type.fields.values()].filter(
    (field) => !field.hasArguments && !supplied.has(field.name),
  );
  // Fields with one owner first: the groups that they need are then preferred for shared fields.
  const byChoice = missing
    .map((field) => ({ field, choices: groupsBringing(type, field.name).filter(isInSteps) }))
    .sort((a, b) => a.choices.length - b.choices.length);
  const taken = new Set<FetchGroup>();
  for (const { field, choices } of byChoice) {
    for (const group of preferred(choices, taken)) {
      const found = reach.include(group);
      if (found === undefined) continue;
      if (!owner.has(field.name)) owner.set(field.name, group);
      const known = needs.get(field.name) ?? [];
      needs.set(field.name, found.length === 0 ? known : lackingPaths([...known, ...found], supplied));
      // Which of two groups with a label is right is known at run time only: both stay.
      if (group.condition === undefined) break;
    }
    const chosen = owner.get(field.name);
    if (chosen !== undefined) taken.add(chosen);
  }
  return owner;
}

/** Those that are needed anyway come first. */
function preferred(choices: readonly FetchGroup[], taken: ReadonlySet<FetchGroup>): readonly FetchGroup[] {
  if (choices.length < 2) return choices;
  return [...choices.filter((group) => taken.has(group)), ...choices.filter((group) => !taken.has(group))];
}

function lackingPaths(paths: readonly string[], supplied: ReadonlySet<string>): readonly string[] {
  return [...new Set(paths)].filter((path) => !supplied.has(path));
}

interface FieldContext {
  readonly type: ObjectTypeModel;
  readonly field: FieldModel;
  readonly sources: readonly ValueSource[];
  readonly supplied: ReadonlySet<string>;
  /** What the steps of a list can get. */
  readonly shared: Reach;
  readonly needs: Map<string, readonly string[]>;
}

function fetchSingly(model: FederationModel, context: FieldContext): FetchGroup | undefined {
  const { type, field, sources, shared, needs } = context;
  const reach = createReach({ model, type, sources, mayCall: true });
  for (const group of groupsBringing(type, field.name)) {
    const found = reach.include(group);
    if (found === undefined) continue;
    needs.set(field.name, [...new Set([...found, ...inputsFromSteps(type, reach.calls, shared)])]);
    return group;
  }
  return undefined;
}

/**
 * What takes no arguments among the inputs of one entity's field is the steps' to get, all the more in the entities
 * inside, which only steps reach.
 */
function inputsFromSteps(type: ObjectTypeModel, calls: Reach['calls'], shared: Reach): readonly string[] {
  return calls.flatMap((one) => {
    if (!('group' in one)) {
      const field = type.fields.get(one.selected.name);
      return makePresent(shared, one.keys, field && resolutionIn(field, one.subgraph)?.requires);
    }
    return one.path.length > 0 ? [] : makePresent(shared, one.group.keys, one.group.requires);
  });
}

/** Lets the steps bring a key, and what they can of the required fields. */
function makePresent(
  shared: Reach,
  keys: readonly KeyFieldSet[],
  requires: FieldSet | undefined,
): readonly string[] {
  const ofRequires = requires === undefined ? [] : shared.ensureParts(requires.selectionSet);
  return [...(shared.keyFor(keys) ?? []), ...ofRequires];
}

/** Subgraphs that can be asked for a field with arguments: by key, or because the value is theirs. */
function callableFrom(
  model: FederationModel,
  { type, field, sources, supplied, shared, needs }: FieldContext,
): readonly string[] {
  return field.resolutions.flatMap(({ subgraph, requires }) => {
    const keys = (type.keys.get(subgraph) ?? []).filter(({ isResolvable }) => isResolvable);
    if (requires === undefined && isKeyAtHand(type, supplied, keys)) {
      needs.set(field.name, needs.get(field.name) ?? []);
      return [subgraph];
    }
    const reach = createReach({ model, type, sources, mayCall: true });
    const isOwn = sources.some((source) => source.subgraph === subgraph && source.only === undefined);
    const ofKey = keys.length > 0 ? reach.keyFor(keys) : isOwn ? [] : undefined;
    const ofRequires = requires === undefined ? [] : reach.ensure(requires.selectionSet);
    if (ofKey === undefined || ofRequires === undefined) return [];
    const ofSteps = [...makePresent(shared, keys, requires), ...inputsFromSteps(type, reach.calls, shared)];
    const known = needs.get(field.name) ?? [];
    needs.set(field.name, [...new Set([...known, ...ofKey, ...ofRequires, ...ofSteps])]);
    return [subgraph];
  });
}

/** True when the value has one of the keys, so that the search for a key ends at it with nothing to do. */
function isKeyAtHand(
  type: ObjectTypeModel,
  supplied: ReadonlySet<string>,
  keys: readonly KeyFieldSet[],
): boolean {
  for (const key of keys) {
    if (isAtHand(type, supplied, key)) return true;
    if (key.text.includes('{')) return false;
  }
  return false;
}

/** The value has all fields of the set, and these are leaves without arguments. */
function isAtHand(
  type: ObjectTypeModel,
  supplied: ReadonlySet<string>,
  { text, fieldNames }: FieldSet,
): boolean {
  if (text.includes('{') || text.includes('(')) return false;
  return fieldNames.every((name) => supplied.has(name) && type.fields.get(name)?.hasArguments === false);
}

/**
 * Steps that some field needs in a completion: those that fetch leaf fields, those that save calls because several
 * composite fields share them, and what these depend on.
 */
function neededSteps(
  type: ObjectTypeModel,
  plan: Pick<EntityPlan, 'steps' | 'fetchedBy' | 'single' | 'needs' | 'contextNeeds'>,
  reach: Reach,
): ReachStep[] {
  const isLeaf = (name: string) => type.fields.get(name)?.isComposite !== true;
  const fieldsOf = (group: FetchGroup) =>
    [...plan.fetchedBy].filter(([name, by]) => by === group && !plan.single.has(name)).map(([name]) => name);
  const needed = new Set(
    [...plan.needs.values(), ...plan.contextNeeds.values()].flat().map((name) => reach.originOf(name)),
  );
  return plan.steps.filter(({ group, path, adds }) => {
    if (path.length > 0 || adds.length > 0) return true;
    const fetched = fieldsOf(group);
    return (
      group.condition !== undefined ||
      group.fields.includes('__typename') ||
      fetched.some(isLeaf) ||
      fetched.length > 1 ||
      needed.has(group)
    );
  });
}

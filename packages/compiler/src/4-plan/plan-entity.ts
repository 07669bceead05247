/**
 * Completion of one entity type: which fetch groups must run, in which order, so that every plain field is there.
 *
 * The producer supplies, the field completes: a group with a leaf field that the producer lacks always belongs to the
 * completion, because a leaf has no resolver of its own. Composite fields of other groups are fetched by their own
 * resolvers (`lazyFields`), which AppSync runs exactly when they are selected.
 */
import type { FieldModel, FieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import type { FetchGroup, TypeCompletion } from '../model/resolver-plan.ts';
import { fetchGroupsOf } from './fetch-groups.ts';

export interface EntityPlan {
  readonly completion: TypeCompletion;
  /** Composite fields that this producer's values may lack: they need a resolver of their own. */
  readonly lazyFields: readonly string[];
  /** Fields that no key leads to. */
  readonly unreachable: readonly { readonly fieldName: string; readonly subgraph: string }[];
}

/** What the values of a type carry when one of several subgraphs produced them. */
export interface Supply {
  /** Carried whichever produced it: never fetched. */
  readonly always: ReadonlySet<string>;
  /** Carried when some of them produced it: fetched where it is absent. */
  readonly sometimes: ReadonlySet<string>;
}

export function planEntity(type: ObjectTypeModel, { always: supplied, sometimes }: Supply): EntityPlan {
  const groups = fetchGroupsOf(type);
  const owner = assignFields(type, groups, supplied);
  const isLeafMissing = (group: FetchGroup) =>
    group.fields.some((name) => owner.get(name) === group && type.fields.get(name)?.isComposite === false);
  const reach = createReach(groups, owner, supplied);
  for (const group of groups) if (isLeafMissing(group)) reach.include(group);
  const needs = collectNeeds(type, { owner, supplied, reach });
  const unreachable = unreachableFields(type, { reach, groups, supplied });
  // From here on the order is final: looking for needs and unreachable fields may have included groups.
  const included = new Set(reach.order);
  const lazyFields = [...owner]
    .filter(([name, group]) => !included.has(group) && type.fields.get(name)?.isComposite === true)
    .map(([name]) => name);
  const names = [...type.fields.keys()].sort();
  const foreignFields = names.filter((name) => !sometimes.has(name));
  const lackingFields = names.filter((name) => !supplied.has(name));
  return {
    completion: { typeName: type.name, foreignFields, lackingFields, needs, groups: reach.order },
    lazyFields,
    unreachable,
  };
}

type Owner = ReadonlyMap<string, FetchGroup>;

/** Each missing field without arguments -> the group that fetches it; a shared field joins a group that is needed anyway. */
function assignFields(
  type: ObjectTypeModel,
  groups: readonly FetchGroup[],
  supplied: ReadonlySet<string>,
): Owner {
  const owner = new Map<string, FetchGroup>();
  const missing = [...type.fields.values()].filter(
    (field) => !field.hasArguments && !supplied.has(field.name),
  );
  const candidates = (field: FieldModel) => groups.filter((group) => suppliesBeyondKey(group, field.name));
  // Fields with one owner first: the groups that they need are then preferred for shared fields.
  const byChoice = [...missing].sort((a, b) => candidates(a).length - candidates(b).length);
  for (const field of byChoice) {
    const choices = candidates(field);
    const chosen = choices.find((group) => [...owner.values()].includes(group)) ?? choices[0];
    if (chosen !== undefined) owner.set(field.name, chosen);
  }
  return owner;
}

/** A group can not be the source of a field that each of its keys must already know. */
function suppliesBeyondKey(group: FetchGroup, fieldName: string): boolean {
  return group.fields.includes(fieldName) && !group.keys.every((key) => key.fieldNames.includes(fieldName));
}

interface Reach {
  /** Included groups, each after those that supply its key and its required fields. */
  readonly order: FetchGroup[];
  /** Includes the group and what it depends on. @returns false when no key leads there */
  include(group: FetchGroup): boolean;
  /** Includes what makes these fields present. */
  provide(fieldNames: readonly string[]): boolean;
  /** A key of `keys` whose fields are present or can be made so; included already. */
  keyFor(keys: readonly FieldSet[]): FieldSet | undefined;
}

function createReach(groups: readonly FetchGroup[], owner: Owner, supplied: ReadonlySet<string>): Reach {
  const order: FetchGroup[] = [];
  const present = new Set(supplied);
  const inProgress = new Set<FetchGroup>();

  const provide = (fieldNames: readonly string[]): boolean =>
    fieldNames.every((name) => {
      if (present.has(name)) return true;
      const preferred = owner.get(name);
      const choices = groups.filter((group) => suppliesBeyondKey(group, name));
      const ordered =
        preferred === undefined ? choices : [preferred, ...choices.filter((group) => group !== preferred)];
      return ordered.some((group) => include(group));
    });

  const keyFor = (keys: readonly FieldSet[]): FieldSet | undefined =>
    keys.find((key) => key.fieldNames.every((name) => present.has(name))) ??
    keys.find((key) => provide(key.fieldNames));

  const include = (group: FetchGroup): boolean => {
    if (order.includes(group)) return true;
    if (inProgress.has(group)) return false;
    inProgress.add(group);
    const isReachable = keyFor(group.keys) !== undefined && provide(group.requires?.fieldNames ?? []);
    inProgress.delete(group);
    if (!isReachable) return false;
    order.push(group);
    for (const name of group.fields) present.add(name);
    return true;
  };

  return { order, include, provide, keyFor };
}

interface NeedsContext {
  readonly owner: Owner;
  readonly supplied: ReadonlySet<string>;
  readonly reach: Reach;
}

/** For every field that another subgraph resolves: the fields of the entity that its call needs, transitively. */
function collectNeeds(type: ObjectTypeModel, context: NeedsContext): Record<string, readonly string[]> {
  const direct = new Map<string, readonly string[]>();
  for (const field of type.fields.values()) {
    const names = directNeeds(type, field, context);
    if (names.length > 0) direct.set(field.name, names);
  }
  const closed: Record<string, readonly string[]> = {};
  for (const name of [...direct.keys()].sort()) {
    const all = new Set<string>();
    const pending = [...(direct.get(name) ?? [])];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      pending.push(...(direct.get(next) ?? []));
    }
    closed[name] = [...all].sort();
  }
  return closed;
}

function directNeeds(type: ObjectTypeModel, field: FieldModel, context: NeedsContext): readonly string[] {
  const { supplied, owner, reach } = context;
  if (supplied.has(field.name)) return [];
  const group = owner.get(field.name);
  const resolution = group === undefined ? field.resolutions[0] : undefined;
  const subgraph = group?.subgraph ?? resolution?.subgraph;
  if (subgraph === undefined) return [];
  const keys = (type.keys.get(subgraph) ?? []).filter(({ isResolvable }) => isResolvable);
  const requires = (group?.requires ?? resolution?.requires)?.fieldNames ?? [];
  const key = keys.length === 0 ? undefined : reach.keyFor(keys);
  reach.provide(requires);
  return [...(key?.fieldNames ?? []), ...requires].filter((name) => !supplied.has(name));
}

function unreachableFields(
  type: ObjectTypeModel,
  context: {
    readonly reach: Reach;
    readonly groups: readonly FetchGroup[];
    readonly supplied: ReadonlySet<string>;
  },
): EntityPlan['unreachable'] {
  const { reach, groups, supplied } = context;
  return [...type.fields.values()].flatMap((field) => {
    if (supplied.has(field.name) || field.resolutions.length === 0) return [];
    const isReachable = field.hasArguments
      ? field.resolutions.some(({ subgraph }) => {
          const keys = type.keys.get(subgraph) ?? [];
          return (
            keys.length === 0 || reach.keyFor(keys.filter(({ isResolvable }) => isResolvable)) !== undefined
          );
        })
      : groups.some((group) => group.fields.includes(field.name) && canReach(group, reach));
    return isReachable ? [] : [{ fieldName: field.name, subgraph: field.resolutions[0]?.subgraph ?? '' }];
  });
}

/** A lazy group need not be part of the completion, but its key must be there. */
function canReach(group: FetchGroup, reach: Reach): boolean {
  return reach.order.includes(group) || reach.keyFor(group.keys) !== undefined;
}

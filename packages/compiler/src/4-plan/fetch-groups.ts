/** Which parts of an entity each subgraph supplies in one call. */
import { isEntity } from '../model/federation-model.ts';
import type {
  FieldResolution,
  FieldSet,
  KeyFieldSet,
  ObjectTypeModel,
  OverrideCondition,
} from '../model/federation-model.ts';
import { innerMap } from '../model/inner-map.ts';
import { readOnce } from '../model/read-once.ts';
import type { FetchGroup, FetchStep, StepPlace } from '../model/resolver-plan.ts';
import { resolutionIn } from './value-source.ts';

/**
 * All fetch groups of a type, by subgraph name and ordinal; none for a type that is no entity. Those of an interface
 * that is an `@interfaceObject` somewhere also tell the object type.
 */
export const fetchGroupsOf = readOnce((type: ObjectTypeModel): readonly FetchGroup[] =>
  isEntity(type) ? [...type.keys].flatMap(([subgraph, keys]) => groupsOf(type, subgraph, keys)) : [],
);

const bringing = new WeakMap<ObjectTypeModel, Map<string, readonly FetchGroup[]>>();

/** The groups that can be the source of a field: not those whose keys all hold it already. */
export function groupsBringing(type: ObjectTypeModel, fieldName: string): readonly FetchGroup[] {
  const byField = innerMap(bringing, type);
  const found =
    byField.get(fieldName) ?? fetchGroupsOf(type).filter((group) => bringsBeyondKey(group, fieldName));
  byField.set(fieldName, found);
  return found;
}

function bringsBeyondKey(group: FetchGroup, fieldName: string): boolean {
  return group.fields.includes(fieldName) && !group.keys.every((key) => key.fieldNames.includes(fieldName));
}

/** Equal for equal groups. */
export function groupId({ subgraph, ordinal, typeName }: FetchGroup): string {
  return `${subgraph} ${ordinal} ${typeName}`;
}

/** Equal for groups that one call can ask for. */
export function callId({ subgraph, ordinal }: FetchGroup): string {
  return `${subgraph} ${ordinal}`;
}

/** Ordinals of the groups that a step asks for, at all of its places or at one. */
export function ordinalsOf(
  { ordinal, ordinals }: Pick<FetchStep, 'ordinal' | 'ordinals'>,
  place: Pick<StepPlace, 'ordinals'> = {},
): readonly number[] {
  return place.ordinals ?? ordinals ?? [ordinal];
}

function groupsOf(type: ObjectTypeModel, subgraph: string, keys: readonly KeyFieldSet[]): FetchGroup[] {
  const resolvable = keys.filter(({ isResolvable }) => isResolvable);
  if (resolvable.length === 0 || type.interfaceObjectIn.has(subgraph)) return [];
  const groups = groupsIn(type, subgraph, resolvable);
  if (type.kind === 'object') return groups;
  return groups.map((group) =>
    group.ordinal === 0 ? { ...group, fields: ['__typename', ...group.fields] } : group,
  );
}

interface Part {
  readonly requires: FieldSet | undefined;
  readonly condition: OverrideCondition | undefined;
  readonly fields: string[];
}

function groupsIn(type: ObjectTypeModel, subgraph: string, keys: readonly KeyFieldSet[]): FetchGroup[] {
  const parts = new Map<string, Part>();
  for (const field of type.fields.values()) {
    const resolution = resolutionIn(field, subgraph);
    if (resolution === undefined || field.hasArguments) continue;
    const { requires, condition } = resolution;
    const id = partId(resolution);
    const part = parts.get(id) ?? { requires, condition, fields: [] };
    part.fields.push(field.name);
    parts.set(id, part);
  }
  const plain = parts.get('')?.fields ?? [];
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, part], index) => ({
      typeName: type.name,
      subgraph,
      ordinal: parts.has('') ? index : index + (id === '' ? 0 : 1),
      keys,
      ...part,
      along: id === '' ? [] : plain,
    }));
}

function partId({ requires, condition }: FieldResolution): string {
  const label = condition === undefined ? '' : ` ${condition.isActive ? '+' : '-'}${condition.label}`;
  return `${requires?.text ?? ''}${label}`;
}

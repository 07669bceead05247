/** The part of the types that is worth sending: those from which some field with arguments can be reached. */
import type { AlongCall, AlongTable, AlongType } from '@tributary/subgraph';
import type { FederationModel } from '../model/federation-model.ts';

type Model = Pick<FederationModel, 'possibleTypes'>;

/** What can be resolved ahead in an object type; undefined for other types. */
export type TypesAlong = (objectType: string) => AlongType | undefined;

/** Whether a type is worth sending does not depend on where it is reached from: what one search finds serves the next. */
const searched = new WeakMap<TypesAlong, Map<string, AlongType | undefined>>();

/** @param starts - object types, or abstract ones for their object types */
export function closureOf(model: Model, types: TypesAlong, starts: readonly string[]): AlongTable['types'] {
  /** Undefined: no field with arguments can be reached from the type. */
  const known = searched.get(types) ?? new Map<string, AlongType | undefined>();
  searched.set(types, known);
  const found = reachable(model, starts, (name) => (known.has(name) ? undefined : types(name)));
  const useful = usefulOf(model, found, known);
  for (const [name, type] of found) {
    const isKept = (inner: string) => useful.has(inner) || known.get(inner) !== undefined;
    known.set(name, useful.has(name) ? pruned(model, type, isKept) : undefined);
  }
  const kept = reachable(model, starts, (name) => known.get(name));
  return Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The starts that are types, and the types that can be reached from them. */
function reachable(model: Model, starts: readonly string[], types: TypesAlong): Map<string, AlongType> {
  const reached = new Map<string, AlongType>();
  const pending = starts.flatMap((name) => objectTypes(model, name));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const type = reached.has(name) ? undefined : types(name);
    if (type === undefined) continue;
    reached.set(name, type);
    pending.push(...leadingTo(model, type));
  }
  return reached;
}

/** Those that have a field with arguments, or lead to a type that has one. @param known - types searched before */
function usefulOf(
  model: Model,
  types: ReadonlyMap<string, AlongType>,
  known: ReadonlyMap<string, AlongType | undefined>,
): ReadonlySet<string> {
  const useful = new Set<string>();
  for (const [name, { calls, needs }] of types) if (calls ?? needs) useful.add(name);
  for (let size = -1; size !== useful.size;) {
    size = useful.size;
    for (const [name, type] of types) {
      if (useful.has(name)) continue;
      if (leadingTo(model, type).some((one) => useful.has(one) || known.get(one) !== undefined))
        useful.add(name);
    }
  }
  return useful;
}

/** Without what leads to types that are not kept. */
export function pruned(
  model: Model,
  { isCallsOnly, of, fields = {}, calls = {}, needs }: AlongType,
  isKept: (objectType: string) => boolean,
): AlongType {
  const leads = (name: string) => objectTypes(model, name).some(isKept);
  const inner = Object.entries(fields).filter(([, name]) => leads(name));
  const called = Object.entries(calls).map(([name, { type, ...call }]): [string, AlongCall] => [
    name,
    type !== undefined && leads(type) ? { ...call, type } : call,
  ]);
  return {
    ...(isCallsOnly === undefined ? {} : { isCallsOnly }),
    ...(of === undefined ? {} : { of }),
    ...(inner.length === 0 ? {} : { fields: Object.fromEntries(inner) }),
    ...(called.length === 0 ? {} : { calls: Object.fromEntries(called) }),
    ...(needs === undefined ? {} : { needs }),
  };
}

const ledTo = new WeakMap<AlongType, readonly string[]>();

/** Object types that values inside one of this type can have: asked for by the search of each field's values. */
function leadingTo(model: Model, type: AlongType): readonly string[] {
  const found = ledTo.get(type) ?? targetsOf(type).flatMap((one) => objectTypes(model, one));
  ledTo.set(type, found);
  return found;
}

/** Types that values inside one of this type can have. */
export function targetsOf({ fields = {}, calls = {} }: AlongType): readonly string[] {
  return [...Object.values(fields), ...Object.values(calls).flatMap(({ type }) => type ?? [])];
}

/** Each type by itself. */
export function withoutTargets(types: TypesAlong): TypesAlong {
  return (name) => {
    const { fields: _, ...type } = types(name) ?? {};
    return types(name) && pruned({ possibleTypes: new Map() }, type, () => false);
  };
}

function objectTypes({ possibleTypes }: Model, typeName: string): readonly string[] {
  return possibleTypes.get(typeName) ?? [typeName];
}

/** The part of the types that is worth sending: those from which some field with arguments can be reached. */
import type { AlongCall, AlongTable, AlongType } from '@tributary/subgraph';
import type { FederationModel } from '../model/federation-model.ts';

type Model = Pick<FederationModel, 'possibleTypes'>;

/** What can be resolved ahead in an object type; undefined for other types. */
export type TypesAlong = (objectType: string) => AlongType | undefined;

/** @param starts - object types, or abstract ones for their object types */
export function closureOf(model: Model, types: TypesAlong, starts: readonly string[]): AlongTable['types'] {
  const reached = new Set<string>();
  let next = starts;
  while (next.length > 0) {
    const found = [...new Set(next.flatMap((name) => objectTypes(model, name)))].filter(
      (name) => !reached.has(name) && types(name) !== undefined,
    );
    for (const name of found) reached.add(name);
    next = found.flatMap((name) => targetsOf(types(name) ?? {}));
  }
  const useful = usefulOf(model, types, reached);
  if (useful.size === 0) return {};
  const kept = [...useful].sort().map((name) => {
    return [name, pruned(model, types(name) ?? {}, (inner) => useful.has(inner))] as const;
  });
  return Object.fromEntries(kept);
}

function usefulOf(model: Model, types: TypesAlong, reached: ReadonlySet<string>): ReadonlySet<string> {
  const own = [...reached].filter((name) => types(name)?.calls ?? types(name)?.needs);
  const useful = new Set(own);
  for (let size = -1; size !== useful.size;) {
    size = useful.size;
    for (const name of reached) {
      const targets = targetsOf(types(name) ?? {}).flatMap((one) => objectTypes(model, one));
      if (targets.some((one) => useful.has(one))) useful.add(name);
    }
  }
  return useful;
}

/** Without what leads to types that are not kept. */
export function pruned(
  model: Model,
  { of, fields = {}, calls = {}, needs }: AlongType,
  isKept: (objectType: string) => boolean,
): AlongType {
  const leads = (name: string) => objectTypes(model, name).some(isKept);
  const inner = Object.entries(fields).filter(([, name]) => leads(name));
  const called = Object.entries(calls).map(([name, { type, ...call }]): [string, AlongCall] => [
    name,
    type !== undefined && leads(type) ? { ...call, type } : call,
  ]);
  return {
    ...(of === undefined ? {} : { of }),
    ...(inner.length === 0 ? {} : { fields: Object.fromEntries(inner) }),
    ...(called.length === 0 ? {} : { calls: Object.fromEntries(called) }),
    ...(needs === undefined ? {} : { needs }),
  };
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

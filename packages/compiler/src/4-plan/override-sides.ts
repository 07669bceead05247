/** Fields with an override label: for each state of the label, whether the subgraph that has the field then can be asked. */
import type { FieldModel, FieldResolution, ObjectTypeModel } from '../model/federation-model.ts';
import { readOnce } from '../model/read-once.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import type { ValueSource } from './value-source.ts';

/** Fields of the type whose label is decided at run time. */
export const labelledFields = readOnce((type: ObjectTypeModel): readonly FieldModel[] =>
  [...type.fields.values()].filter(({ resolutions }) =>
    resolutions.some(({ condition }) => condition !== undefined),
  ),
);

/** As in `EntityPlan`. */
interface KnownOfEntity {
  readonly supplied: ReadonlySet<string>;
  readonly reachable: ReadonlyMap<FetchGroup, readonly string[]>;
  readonly callable: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly ValueSource[];
}

/** Names of the fields with a label -> whether they can be had of an entity whatever the state of the label is. */
export function labelledFieldsThere(
  type: ObjectTypeModel,
  entity: KnownOfEntity,
): ReadonlyMap<string, boolean> {
  return new Map(
    labelledFields(type).map((field) => [
      field.name,
      entity.supplied.has(field.name) || !sidesThere(field, entity).includes(false),
    ]),
  );
}

/** For each side of the label; an owner without one is there for both. */
function sidesThere(field: FieldModel, entity: KnownOfEntity): readonly boolean[] {
  const sides = field.resolutions.filter(({ condition }) => condition !== undefined);
  const others = field.resolutions.filter(({ condition }) => condition === undefined);
  const isThere = (one: FieldResolution) => isOwn(field, one, entity) || isHad(field, one.subgraph, entity);
  const isAlwaysThere = sides.length > 0 && others.some(isThere);
  return sides.map((side) => isAlwaysThere || isThere(side));
}

/** The value came from the subgraph, which has answered the field if its label says so. */
function isOwn(
  { hasArguments }: FieldModel,
  { subgraph, requires }: FieldResolution,
  { sources }: KnownOfEntity,
): boolean {
  if (hasArguments || requires !== undefined) return false;
  return sources.some((source) => source.subgraph === subgraph && source.only === undefined);
}

function isHad({ name }: FieldModel, subgraph: string, { reachable, callable }: KnownOfEntity): boolean {
  if (callable.get(name)?.includes(subgraph) === true) return true;
  return [...reachable.keys()].some((group) => group.subgraph === subgraph && group.fields.includes(name));
}

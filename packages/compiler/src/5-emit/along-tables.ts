/**
 * Which fields with arguments a Lambda subgraph may answer along with their parent, for the `info.along` of its events.
 * AppSync would ask for each by a call of its own; a resolver can read the arguments in the text of the selection, but
 * has no means to put several events into one invocation, so the handler (@tributary/subgraph) resolves them ahead.
 */
import type { AlongTable, AlongType } from '@tributary/subgraph';
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import type { ApiPlan, FetchGroup, JointField, JointFields } from '../model/resolver-plan.ts';
import { readOnce } from '../model/read-once.ts';
import { closureOf, pruned, targetsOf, withoutTargets } from './along-closure.ts';
import type { TypesAlong } from './along-closure.ts';
import { askedAs, createAlongParts, entityAlong, jointAlong, typeAlong, valueType } from './along-types.ts';
import type { AlongParts } from './along-types.ts';
import { literal, objectLiteral } from './module-text.ts';

/**
 * Characters of one table, which goes with each event: 500 events with it stay far below the 6 MB that a Lambda
 * function takes (Lambda quotas, "Invocation payload", 2026-11-21).
 */
const MAX_TABLE_CHARACTERS = 2_000;

/** The same for entities of joint calls, of which one subgraph has few. */
const MAX_JOINT_TABLE_CHARACTERS = 6_000;

export interface Along {
  /** Of the table, as an expression. */
  readonly code: string;
  /** Fields that make the table worth sending, when the selection mentions one. */
  readonly names: readonly string[];
  /** The kinds of representations are to be told. */
  readonly hasKinds: boolean;
}

export interface AlongTables {
  /** For values of this field in an answer of the subgraph. */
  ofAnswer(subgraph: string, field: FieldModel): Along | undefined;
  /** For the entities that a call with these groups of one subgraph asks for. */
  ofEntities(subgraph: string, groups: readonly FetchGroup[]): Along | undefined;
  /** For the entities of a grouped step, by type and ordinal of the group that a representation is for. */
  ofGroups(subgraph: string, groups: readonly FetchGroup[]): Along | undefined;
  /** For entities that joint fields are asked of, by the kind of their representation. */
  ofJoint(subgraph: string, types: readonly JointFields[]): Along | undefined;
}

/** @param handlers - subgraphs that are asked by events */
export function createAlongTables(
  model: FederationModel,
  { resolvers }: Pick<ApiPlan, 'resolvers'>,
  handlers: ReadonlySet<string>,
): AlongTables {
  const parts = createAlongParts(model, resolvers);
  const known = new Map<string, TypesAlong>();
  const typesOf = (subgraph: string): TypesAlong => {
    const found = known.get(subgraph) ?? typesIn(parts, subgraph);
    known.set(subgraph, found);
    return found;
  };
  const answers = new Map<string, Along | undefined>();
  const ofKinds = (
    subgraph: string,
    kinds: ReadonlyMap<string, AlongType>,
    most: number,
  ): Along | undefined => {
    const below = closureOf(model, typesOf(subgraph), [...kinds.values()].flatMap(targetsOf));
    return fitting(entityTable(model, kinds, below)) ?? fitting(entityTable(model, kinds, {}), most);
  };
  const ofValues = (types: TypesAlong, type: string): Along | undefined =>
    fitting({ type, types: closureOf(model, types, [type]) }) ??
    fitting({ type, types: closureOf(model, withoutTargets(types), [type]) });
  return {
    ofAnswer: (subgraph, field) => {
      if (!handlers.has(subgraph) || !field.isComposite) return undefined;
      const type = valueType(field, subgraph);
      const key = `${subgraph} ${type}`;
      if (!answers.has(key)) answers.set(key, ofValues(typesOf(subgraph), type));
      return answers.get(key);
    },
    ofEntities: (subgraph, groups) => {
      if (!handlers.has(subgraph)) return undefined;
      const entities = new Map<string, AlongType>();
      for (const group of groups) {
        entities.set(group.typeName, entityAlong(parts, group));
      }
      const along = ofKinds(subgraph, entities, MAX_TABLE_CHARACTERS);
      return along && { ...along, hasKinds: groups.some((group) => askedAs(group) !== group.typeName) };
    },
    ofGroups: (subgraph, groups) => {
      if (!handlers.has(subgraph)) return undefined;
      const kinds = groups.map(
        (group) => [`${group.typeName} ${group.ordinal}`, entityAlong(parts, group)] as const,
      );
      const along = ofKinds(subgraph, new Map(kinds), MAX_JOINT_TABLE_CHARACTERS);
      return along && { ...along, hasKinds: true };
    },
    ofJoint: (subgraph, types) => {
      const kinds = types.flatMap(({ typeName, fields }) =>
        [...groupByKind(fields)].map(([kind, ofKind]) => {
          return [kind, jointAlong(parts, { subgraph, typeName, fields: ofKind })] as const;
        }),
      );
      const along = ofKinds(subgraph, new Map(kinds), MAX_JOINT_TABLE_CHARACTERS);
      return along && { ...along, hasKinds: true };
    },
  };
}

function groupByKind(fields: readonly JointField[]): ReadonlyMap<string, readonly JointField[]> {
  const groups = new Map<string, JointField[]>();
  for (const field of fields) groups.set(field.kind, [...(groups.get(field.kind) ?? []), field]);
  return groups;
}

function typesIn(parts: AlongParts, subgraph: string): TypesAlong {
  const known = new Map<string, AlongType | undefined>();
  return (typeName) => {
    if (!known.has(typeName)) known.set(typeName, typeAlong(parts, subgraph, typeName));
    return known.get(typeName);
  };
}

function entityTable(
  model: FederationModel,
  entities: ReadonlyMap<string, AlongType>,
  types: AlongTable['types'],
): AlongTable {
  const kept = [...entities]
    .map(([name, type]) => [name, pruned(model, type, (inner) => Object.hasOwn(types, inner))] as const)
    .filter(
      ([, { calls, needs, fields }]) => calls !== undefined || needs !== undefined || fields !== undefined,
    );
  return { types, entities: Object.fromEntries(kept) };
}

function fitting(table: AlongTable, most = MAX_TABLE_CHARACTERS): Along | undefined {
  const all = [...Object.values(table.types), ...Object.values(table.entities ?? {})];
  const names = all.flatMap(({ calls = {}, needs = {} }) => [...Object.keys(calls), ...Object.keys(needs)]);
  if (names.length === 0) return undefined;
  const code = tableCode(table);
  return code.length <= most ? { code, names: [...new Set(names)].sort(), hasKinds: false } : undefined;
}

/** Tables of one subgraph share their types: each is written once. */
const typeCode = readOnce((type: AlongType) => literal(type));

function tableCode({ type, types, entities }: AlongTable): string {
  const members = (ofTypes: Readonly<Record<string, AlongType>>) =>
    objectLiteral(Object.entries(ofTypes).map(([name, one]) => [name, typeCode(one)]));
  return objectLiteral([
    ...(type === undefined ? [] : [['type', literal(type)] as const]),
    ['types', members(types)],
    ...(entities === undefined ? [] : [['entities', members(entities)] as const]),
  ]);
}

/**
 * Entities that a subgraph does not know, although others do: what only it answers is null, with it and without.
 * The fields of all entities but their keys may be null then; the subgraph itself never yields such an entity.
 */
import type { Random } from '../fuzz/random.ts';
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { viewSubgraph } from './subgraph-view.ts';
import { fieldAt, findAbstract, findObject, KEY_FIELDS } from './world.ts';
import type { ObjectDef, Row, SubgraphDef, World } from './world.ts';

const SHARE = 0.5;

export function withHoles(random: Random, world: World): World {
  const nullable = { ...world, objects: world.objects.map(withNullableFields) };
  return nullable.subgraphs.reduce<World>((current, subgraph) => {
    const missing = current.objects.flatMap(({ name, kind }) => {
      if (kind !== 'entity' || !canMiss(current, subgraph, name)) return [];
      return Object.keys(current.rows[name] ?? {}).flatMap((id) =>
        random.chance(SHARE) ? [`${name}/${id}`] : [],
      );
    });
    const subgraphs = current.subgraphs.map((one) =>
      one.name === subgraph.name ? { ...one, missing } : one,
    );
    return missing.reduce<World>((holed, id) => blankFields(holed, subgraph, id), { ...current, subgraphs });
  }, nullable);
}

function withNullableFields(object: ObjectDef): ObjectDef {
  if (object.kind !== 'entity') return object;
  const fields = object.fields.map((field) =>
    KEY_FIELDS.has(field.name) ? field : { ...field, type: field.type.replace(/!$/, '') },
  );
  return { ...object, fields };
}

function canMiss(world: World, subgraph: SubgraphDef, typeName: string): boolean {
  const own = ownFields(subgraph, typeName);
  if (own.length === 0) return false;
  const isBlankable = (name: string) => {
    const owners = world.subgraphs.filter(({ owns }) => owns.includes(`${typeName}.${name}`));
    return !KEY_FIELDS.has(name) && owners.length === 1;
  };
  return own.every(isBlankable) && !yields(world, subgraph, typeName) && !leadsOn(subgraph, typeName);
}

/** Another subgraph's key can be reached through this one only. */
function leadsOn(subgraph: SubgraphDef, typeName: string): boolean {
  const keys = subgraph.keys.filter(({ type }) => type === typeName);
  return keys.length !== 1;
}

/** Some field of the subgraph has the type in its values, keys included. */
function yields(world: World, subgraph: SubgraphDef, typeName: string): boolean {
  const { types } = viewSubgraph(world, subgraph);
  return [...types].some(([owner, { fields }]) =>
    [...fields.keys()].some((name) => {
      const named = namedType(fieldAt(world, `${owner}.${name}`).type);
      return named === typeName || findAbstract(world, named)?.members.includes(typeName) === true;
    }),
  );
}

function ownFields({ owns }: SubgraphDef, typeName: string): readonly string[] {
  return owns.flatMap((one) => (one.startsWith(`${typeName}.`) ? [one.slice(typeName.length + 1)] : []));
}

function blankFields(world: World, subgraph: SubgraphDef, reference: string): World {
  const [typeName = '', id = ''] = reference.split('/');
  if (findObject(world, typeName) === undefined) return world;
  const ofType = world.rows[typeName] ?? {};
  const blank = Object.fromEntries(ownFields(subgraph, typeName).map((name) => [name, null]));
  const row: Row = { ...ofType[id], ...blank };
  return { ...world, rows: { ...world.rows, [typeName]: { ...ofType, [id]: row } } };
}

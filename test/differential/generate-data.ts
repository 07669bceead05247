/** Random data that answers every field without an error: no null where the schema forbids it. */
import type { Random } from '../fuzz/random.ts';
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { findAbstract, findObject, ROOT_ROW } from './world.ts';
import type { FieldDef, Row, StoredValue, World } from './world.ts';

const ENTITIES_OF_A_TYPE = 4;
const MAX_ITEMS = 3;
const NULL_SHARE = 0.15;

export function generateData(random: Random, world: World): World {
  const ids = Array.from({ length: ENTITIES_OF_A_TYPE }, (_, index) => String(index + 1));
  const fieldRow = (typeName: string, fields: readonly FieldDef[]): Row =>
    Object.fromEntries(
      fields.map((field) => [field.name, storedValue(random, world, { typeName, field, ids })]),
    );
  const rows = world.objects.flatMap((object) => {
    if (object.kind === 'value') return [];
    if (object.kind === 'root')
      return [[object.name, { [ROOT_ROW]: fieldRow(object.name, object.fields) }] as const];
    const all = ids.map((id, index) => {
      const owner = object.fields.find(({ name }) => name === 'owner');
      const ownerType = owner === undefined ? '' : namedType(owner.type);
      const keys: Row = {
        id,
        sku: `${object.name}-${id}`,
        partA: Math.floor(index / 2),
        partB: `part ${index % 2}`,
        ...(owner === undefined ? {} : { owner: { $ref: `${ownerType}/${ids[index % 2] ?? ''}` } }),
      };
      return [id, { ...fieldRow(object.name, object.fields), ...keys }] as const;
    });
    return [[object.name, Object.fromEntries(all)] as const];
  });
  return { ...world, rows: Object.fromEntries(rows) };
}

interface Place {
  readonly typeName: string;
  readonly field: FieldDef;
  readonly ids: readonly string[];
}

function storedValue(random: Random, world: World, place: Place): StoredValue {
  const { typeName, field, ids } = place;
  if (field.rule === 'find') return null;
  if (field.rule === 'echo') return `${typeName}.${field.name} ${random.below(1_000)}`;
  return valueOfType(random, world, { ...place, type: field.type, ids });
}

function valueOfType(random: Random, world: World, place: Place & { readonly type: string }): StoredValue {
  const { type } = place;
  if (type.endsWith('!')) return presentValue(random, world, { ...place, type: type.slice(0, -1) });
  return random.chance(NULL_SHARE) ? null : presentValue(random, world, place);
}

function presentValue(random: Random, world: World, place: Place & { readonly type: string }): StoredValue {
  const { type, ids, typeName, field } = place;
  if (type.startsWith('[')) {
    const items = { ...place, type: type.slice(1, -1) };
    return Array.from({ length: random.below(MAX_ITEMS + 1) }, () => valueOfType(random, world, items));
  }
  if (findAbstract(world, type) !== undefined) {
    const members = possibleMembers(world, `${typeName}.${field.name}`, type);
    return { $ref: `${random.pick(members)}/${random.pick(ids)}` };
  }
  const object = findObject(world, type);
  if (object?.kind === 'entity') return { $ref: `${type}/${random.pick(ids)}` };
  if (object?.kind === 'value') {
    const fields = object.fields.map((inner) => [
      inner.name,
      // Inside a value type the members are those of the type: every subgraph that has it has to know them.
      valueOfType(random, world, { ids, typeName: object.name, field: inner, type: inner.type }),
    ]);
    return { $type: type, ...(Object.fromEntries(fields) as Record<string, StoredValue>) };
  }
  return leafValue(random, world, type);
}

/** Members that every subgraph which resolves the field knows. */
function possibleMembers(world: World, coordinate: string, abstractName: string): readonly string[] {
  const all = findAbstract(world, abstractName)?.members ?? [];
  const owners = world.subgraphs.filter(({ owns }) => owns.includes(coordinate));
  return all.filter((member) =>
    owners.every(({ members }) => (members[abstractName] ?? all).includes(member)),
  );
}

function leafValue(random: Random, world: World, type: string): StoredValue {
  switch (type) {
    case 'Int':
      return random.below(100);
    case 'Float':
      return random.below(100) + 0.5;
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return `id ${random.below(100)}`;
    case 'String':
      return `text ${random.below(100)}`;
    default:
      return random.pick(world.enums.find(({ name }) => name === type)?.values ?? []);
  }
}

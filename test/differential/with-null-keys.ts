/** Entities with a null in one key, which have to be asked for by another: every subgraph that has the one has `id` too. */
import type { Random } from '../fuzz/random.ts';
import type { KeyDef, Row, World } from './world.ts';

const TYPES_SHARE = 0.4;
const NULL_SHARE = 0.5;
const NULL_KEY = 'sku';

export function withNullKeys(random: Random, world: World): World {
  const types = world.objects.flatMap(({ name, kind }) =>
    kind === 'entity' && random.chance(TYPES_SHARE) ? [name] : [],
  );
  const withId = (keys: readonly KeyDef[]): readonly KeyDef[] =>
    keys.flatMap((key) => {
      const hasId = keys.some(({ type, fields }) => type === key.type && fields === 'id');
      const isNull = types.includes(key.type) && key.fields === NULL_KEY;
      return isNull && !hasId ? [key, { ...key, fields: 'id' }] : [key];
    });
  const objects = world.objects.map((object) =>
    types.includes(object.name)
      ? {
          ...object,
          fields: object.fields.map((field) =>
            field.name === NULL_KEY ? { ...field, type: 'String' } : field,
          ),
        }
      : object,
  );
  const blank = (row: Row): Row => (random.chance(NULL_SHARE) ? { ...row, [NULL_KEY]: null } : row);
  const rows = Object.entries(world.rows).map(([type, byId]) => [
    type,
    types.includes(type)
      ? Object.fromEntries(Object.entries(byId).map(([id, row]) => [id, blank(row)]))
      : byId,
  ]);
  const subgraphs = world.subgraphs.map((one) => ({
    ...one,
    keys: withId(one.keys),
    stubs: withId(one.stubs),
  }));
  return { ...world, objects, subgraphs, rows: Object.fromEntries(rows) as World['rows'] };
}

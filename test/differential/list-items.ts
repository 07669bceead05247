/** The lists in the data of a world, for the shrinker. */
import type { Row, StoredValue, World } from './world.ts';

/** Paths of the items of all lists in the data. */
export function listItems({ rows }: World): readonly string[] {
  const itemsIn = (value: StoredValue | undefined, path: string): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]: [string, StoredValue]) => {
      const at = `${path}/${name}`;
      return [...(Array.isArray(value) ? [at] : []), ...itemsIn(inner, at)];
    });
  };
  return Object.entries(rows).flatMap(([type, byId]) =>
    Object.entries(byId).flatMap(([id, row]) => itemsIn(row, `${type}/${id}`)),
  );
}

/** The world with these items alone. */
export function keepListItems(world: World, items: ReadonlySet<string>): World {
  const kept = (value: StoredValue, path: string): StoredValue => {
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]: [string, StoredValue]) => ({
      at: `${path}/${name}`,
      name,
      inner,
    }));
    if (Array.isArray(value))
      return entries.flatMap(({ at, inner }) => (items.has(at) ? [kept(inner, at)] : []));
    return Object.fromEntries(entries.map(({ at, name, inner }) => [name, kept(inner, at)]));
  };
  const rows = Object.entries(world.rows).map(([type, byId]) => [
    type,
    Object.fromEntries(Object.entries(byId).map(([id, row]) => [id, kept(row, `${type}/${id}`) as Row])),
  ]);
  return { ...world, rows: Object.fromEntries(rows) as World['rows'] };
}

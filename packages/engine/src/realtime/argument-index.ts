/** Basic subscription filter: each argument that the document writes is compared with the field of the same name. */
import { isRecord } from '../model/is-record.ts';

export type ArgumentFilter = Readonly<Record<string, unknown>>;

/**
 * Finds what an event matches without looking at every filter: one look-up for each set of argument names.
 * All arguments must match. A null argument, which is also what an omitted variable is, matches only a field that is
 * null or absent. Scalars are the same when their texts are: `ID` may be 1 on one side and "1" on the other.
 * @see AppSync developer guide, "Real-time data", "Using subscription arguments"
 */
export interface ArgumentIndex<Entry> {
  /** The entry of a filter, made when there is none. */
  ensure(filter: ArgumentFilter, make: () => Entry): Entry;
  remove(filter: ArgumentFilter): void;
  /** @param published - the mutation's result, limited to what the mutation selected */
  find(published: unknown): readonly Entry[];
  entries(): readonly Entry[];
}

export function createArgumentIndex<Entry>(): ArgumentIndex<Entry> {
  const byNames = new Map<
    string,
    { readonly names: readonly string[]; readonly byValues: Map<string, Entry> }
  >();
  return {
    ensure(filter, make) {
      const names = namesOf(filter);
      const namesKey = JSON.stringify(names);
      const family = byNames.get(namesKey) ?? { names, byValues: new Map<string, Entry>() };
      byNames.set(namesKey, family);
      const valuesKey = keyOf(names, filter, 'expected');
      const entry = family.byValues.get(valuesKey) ?? make();
      family.byValues.set(valuesKey, entry);
      return entry;
    },
    remove(filter) {
      const names = namesOf(filter);
      const namesKey = JSON.stringify(names);
      const family = byNames.get(namesKey);
      family?.byValues.delete(keyOf(names, filter, 'expected'));
      if (family?.byValues.size === 0) byNames.delete(namesKey);
    },
    find(published) {
      const fields = isRecord(published) ? published : {};
      return [...byNames.values()].flatMap(({ names, byValues }) => {
        const entry = byValues.get(keyOf(names, fields, 'published'));
        return entry === undefined ? [] : [entry];
      });
    },
    entries: () => [...byNames.values()].flatMap(({ byValues }) => [...byValues.values()]),
  };
}

function namesOf(filter: ArgumentFilter): readonly string[] {
  return Object.keys(filter).sort();
}

/** @param side - a list or an object never equals anything, not even itself */
function keyOf(names: readonly string[], values: ArgumentFilter, side: 'expected' | 'published'): string {
  return JSON.stringify(
    names.map((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : null;
      if (value === null || value === undefined) return null;
      return isScalar(value) ? String(value) : { [side]: true };
    }),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

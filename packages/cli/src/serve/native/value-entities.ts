/** The entities of a field's values, out of their lists, in one row for all sources. */
import type { Completion } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import type { FieldRun, Values } from './field-run.ts';
import { holds } from './override-label.ts';

export interface ValueEntities {
  /** Items that are no objects stand as they are; objects are those of the answers until `own` replaces them. */
  readonly items: unknown[];
  /** By item: the object type; undefined for what is no object. */
  readonly types: readonly (string | undefined)[];
  setType(at: number, type: string): void;
  /** By item: index of the source. */
  readonly sources: readonly number[];
  /** The item as an object that may be changed. */
  own(at: number): Record<string, unknown>;
  /** Puts the completed values in their places. */
  rebuild(): void;
}

/** @param indices - the sources whose values are completed; values in wrong shapes are left to fail as they are */
export function collectEntities(
  run: FieldRun,
  { typeName, interfaceObject, listDepth, types: completions }: Completion,
  indices: readonly number[],
): ValueEntities {
  const foreign = new Map(
    completions.map((type) => [
      type.typeName,
      [
        ...type.foreignFields,
        ...Object.entries(type.labelledFields).flatMap(([name, condition]) =>
          holds(run, condition) ? [] : [name],
        ),
      ],
    ]),
  );
  const items: unknown[] = [];
  const types: (string | undefined)[] = [];
  const sources: number[] = [];
  const isOwned: boolean[] = [];

  const addItem = (item: unknown, source: number): void => {
    sources.push(source);
    if (!isRecord(item)) {
      items.push(item);
      types.push(undefined);
      isOwned.push(false);
      return;
    }
    const named = item['__typename'];
    const type = typeName ?? (typeof named === 'string' ? named : interfaceObject);
    types.push(type);
    const dropped = (foreign.get(type ?? '') ?? []).filter((name) => Object.hasOwn(item, name));
    const isRenamed = typeName === undefined && named !== type;
    isOwned.push(dropped.length > 0 || isRenamed);
    if (dropped.length === 0 && !isRenamed) {
      items.push(item);
      return;
    }
    const copy = without(item, dropped);
    if (isRenamed) copy['__typename'] = type;
    items.push(copy);
  };
  const addValue = (value: unknown, source: number, depth: number): void => {
    if (depth === 0 || !Array.isArray(value)) addItem(value, source);
    else for (const item of value) addValue(item, source, depth - 1);
  };
  for (const index of indices) addValue(run.values[index], index, listDepth);

  const own = (at: number): Record<string, unknown> => {
    const item = items[at];
    const object = isOwned[at] === true ? (item as Record<string, unknown>) : { ...(item as Values) };
    isOwned[at] = true;
    items[at] = object;
    return object;
  };

  return {
    items,
    types,
    sources,
    own,
    setType(at, type) {
      types[at] = type;
      own(at)['__typename'] = type;
    },
    rebuild() {
      let next = 0;
      const take = (value: unknown, depth: number): unknown => {
        if (depth > 0 && Array.isArray(value)) return value.map((item) => take(item, depth - 1));
        return items[next++];
      };
      for (const index of indices) run.values[index] = take(run.values[index], listDepth);
    },
  };
}

/** Built anew: deleting members makes an object slow to read. */
function without(item: Values, names: readonly string[]): Record<string, unknown> {
  if (names.length === 0) return { ...item };
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

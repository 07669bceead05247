/** Entities inside those of a value, at the end of a path. */
import { isRecord } from '../../is-record.ts';
import type { ValueEntities } from './value-entities.ts';

export interface InnerEntity {
  /** May be changed. */
  readonly object: Record<string, unknown>;
  /** Of the entity that it is in. */
  readonly sources: readonly number[];
}

/** Copies what lies on the path, so that the entities at its end may be changed. */
export function innerEntities(
  { entities }: ValueEntities,
  { rootType, path }: { readonly rootType: string | undefined; readonly path: readonly string[] },
): InnerEntity[] {
  return entities.flatMap((entity) => {
    if (entity.type !== rootType) return [];
    let objects: Record<string, unknown>[] = [entity.own()];
    for (const name of path) {
      objects = objects.flatMap((object) => {
        if (!Object.hasOwn(object, name)) return [];
        const copies: Record<string, unknown>[] = [];
        object[name] = copyOf(object[name], copies);
        return copies;
      });
    }
    return objects.map((object) => ({ object, sources: entity.sources }));
  });
}

/** The value in lists and objects of its own, which are added to `copies`; what is below the objects is shared. */
function copyOf(value: unknown, copies: Record<string, unknown>[]): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item, copies));
  if (!isRecord(value)) return value;
  const copy = { ...value };
  copies.push(copy);
  return copy;
}

import { isRecord } from '../../is-record.ts';
import type { Values } from './field-run.ts';

/**
 * True when the value lacks a selected field that a subgraph adds.
 * @param adds - paths below the value, as `FieldFetch` has them
 * @param selected - undefined: a named fragment hides the selection
 */
export function lacksAdded(
  value: unknown,
  adds: readonly string[],
  selected: ReadonlySet<string> | undefined,
): boolean {
  return adds.some((text) => {
    const [path = '', typeName] = text.split(':').reverse();
    const names = path.split('.');
    return (selected === undefined || selected.has(names[0] ?? '')) && lacksPath(value, names, typeName);
  });
}

/** @param typeName - undefined: the value has but one object type */
export function lacksPath(value: unknown, names: readonly string[], typeName: string | undefined): boolean {
  let objects = objectsIn(value).filter(
    (one) => typeName === undefined || typeName === '' || one['__typename'] === typeName,
  );
  for (const name of names) {
    if (objects.some((one) => !Object.hasOwn(one, name))) return true;
    objects = objects.flatMap((one) => objectsIn(one[name]));
  }
  return false;
}

/** The objects of a value, out of their lists. */
export function objectsIn(value: unknown): readonly Values[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isRecord(value) ? [value] : [];
}

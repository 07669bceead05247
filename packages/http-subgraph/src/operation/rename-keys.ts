import { recordOf } from '../read-event.ts';

/** The value with the keys that it must have, where it came under an alias of ours. */
export function renameKeys(value: unknown, keysByAlias: ReadonlyMap<string, string>): unknown {
  if (keysByAlias.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, keysByAlias));
  const record = recordOf(value);
  if (record === undefined) return value;
  return Object.fromEntries(
    Object.entries(record).map(([name, item]) => [
      keysByAlias.get(name) ?? name,
      renameKeys(item, keysByAlias),
    ]),
  );
}

/** From a representation to the DynamoDB key or index condition that finds it. Pure. */
import type { EntityLookup } from '../definition.ts';
import type { ItemKey, KeyValue } from '../dynamodb/get-items.ts';
import type { Representation } from '../representation.ts';

export type PlannedLookup =
  | { readonly kind: 'table-key'; readonly key: ItemKey }
  | { readonly kind: 'index'; readonly index: string; readonly key: ItemKey };

/**
 * Plans how one representation is found: by the first lookup whose key fields it holds.
 * @throws TypeError when it holds the fields of none: the gateway asked for something that was never declared
 */
export function planEntityLookup(
  lookups: readonly EntityLookup[],
  representation: Representation,
): PlannedLookup {
  for (const lookup of lookups) {
    const values = keyFieldValues(lookup, representation);
    if (values === undefined) continue;
    const key = toItemKey(lookup, values);
    return lookup.index === undefined
      ? { kind: 'table-key', key }
      : { kind: 'index', index: lookup.index, key };
  }
  const known = lookups.map((lookup) => `"${lookup.key}"`).join(', ');
  throw new TypeError(
    `no lookup of ${representation.__typename} (${known}) fits ${JSON.stringify(representation)}`,
  );
}

function keyFieldValues(
  lookup: EntityLookup,
  representation: Representation,
): Map<string, KeyValue> | undefined {
  const values = new Map<string, KeyValue>();
  for (const field of lookup.key.split(/\s+/)) {
    const value = representation[field];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    values.set(field, value);
  }
  return values;
}

function toItemKey(lookup: EntityLookup, values: ReadonlyMap<string, KeyValue>): ItemKey {
  if (lookup.attributes === undefined) return Object.fromEntries(values);
  return Object.fromEntries(
    Object.entries(lookup.attributes).map(([attribute, template]) => [
      attribute,
      fillTemplate(template, values),
    ]),
  );
}

/** A template that is one placeholder keeps the type of the key field; any other becomes text. */
function fillTemplate(template: string, values: ReadonlyMap<string, KeyValue>): KeyValue {
  const only = /^\{(\w+)\}$/.exec(template)?.[1];
  if (only !== undefined) return valueOf(values, only);
  return template.replaceAll(/\{(\w+)\}/g, (_placeholder, field: string) => String(valueOf(values, field)));
}

function valueOf(values: ReadonlyMap<string, KeyValue>, field: string): KeyValue {
  const value = values.get(field);
  if (value === undefined)
    throw new TypeError(`the lookup's attributes name ${field}, which is not in its key`);
  return value;
}

import { isRecord } from '../../model/is-record.ts';
import type { TypedValue } from '../library/dynamodb/typed-value.ts';
import { toTypedValue } from '../library/dynamodb/typed-value.ts';

const SET_TYPES: ReadonlySet<string> = new Set(['SS', 'NS', 'BS']);

/**
 * A plain value, or what `toStringSet`, `toNumberSet` and `toBinarySet` made, as an attribute value.
 * Differs or unconfirmed: that the helpers keep sets inside items is the purpose of those functions; the
 * service's output for it is not published.
 */
export function toAttributeValue(value: unknown): TypedValue {
  return isSet(value) ? value : toTypedValue(value);
}

/** @throws nothing; undefined attributes are left out */
export function toAttributeMap(map: unknown): Record<string, TypedValue> {
  const entries = Object.entries(isRecord(map) ? map : {});
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, toAttributeValue(value)]])),
  );
}

function isSet(value: unknown): value is TypedValue {
  if (!isRecord(value)) return false;
  const [[type, members] = [], ...others] = Object.entries(value);
  return others.length === 0 && type !== undefined && SET_TYPES.has(type) && Array.isArray(members);
}

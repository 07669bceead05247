import type { EntityLookup } from '../definition.ts';
import { isRecord } from '../is-record.ts';
import type { EntityLookups } from './entity-reader.ts';

/**
 * Parses the environment variable ENTITY_LOOKUPS: JSON, type name -> list of EntityLookup.
 * @throws TypeError naming what is wrong with it
 */
export function parseEntityLookups(text: string | undefined): EntityLookups {
  if (text === undefined) throw new TypeError('ENTITY_LOOKUPS is not set');
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed)) throw new TypeError(`ENTITY_LOOKUPS must be an object, got ${text}`);
  const lookups = Object.entries(parsed).map(([typeName, list]) => {
    if (Array.isArray(list) && list.every(isEntityLookup)) return [typeName, list] as const;
    throw new TypeError(`ENTITY_LOOKUPS.${typeName} must be a list of lookups, got ${JSON.stringify(list)}`);
  });
  return Object.fromEntries(lookups);
}

function isEntityLookup(value: unknown): value is EntityLookup {
  if (!isRecord(value) || typeof value['key'] !== 'string') return false;
  const { index, attributes } = value;
  if (index !== undefined && typeof index !== 'string') return false;
  if (attributes === undefined) return true;
  return isRecord(attributes) && Object.values(attributes).every((template) => typeof template === 'string');
}

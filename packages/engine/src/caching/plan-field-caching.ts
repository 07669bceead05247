/** Whether and how the value of a field's resolver is cached: fixed when the API is loaded. */
import type { ApiCacheModel, ResolverModel } from '../model/app-model.ts';
import { type CachingKey, parseCachingKey } from './caching-key.ts';

export interface FieldCaching {
  readonly field: string;
  readonly ttlSeconds: number;
  readonly keys: readonly CachingKey[];
}

export type FieldCachingPlan =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, FieldCaching> }
  | { readonly ok: false; readonly errors: readonly string[] };

/**
 * AppSync developer guide, "Caching". With no keys of its own a resolver is cached by arguments, source and identity.
 * Differs or unconfirmed: for full request caching the guide names arguments and identity alone; the source is part of
 * the key here, because below the root one parent would otherwise get the value of another.
 * @returns by `Type.field`; the caching keys that AppSync would refuse as errors
 */
export function planFieldCaching(
  cache: ApiCacheModel | undefined,
  resolvers: readonly ResolverModel[],
): FieldCachingPlan {
  const errors: string[] = [];
  const fields = new Map<string, FieldCaching>();
  for (const resolver of resolvers) {
    const field = `${resolver.typeName}.${resolver.fieldName}`;
    const { caching } = resolver;
    const keys = parseKeys(field, caching?.keys ?? [], errors);
    if (cache?.behavior === 'FULL_REQUEST_CACHING') {
      const isRoot = resolver.typeName === 'Query';
      fields.set(field, { field, ttlSeconds: cache.ttlSeconds, keys: isRoot ? ROOT_KEYS : WHOLE_MAPS });
    } else if (cache?.behavior === 'PER_RESOLVER_CACHING' && caching !== undefined) {
      const { ttlSeconds } = caching;
      fields.set(field, { field, ttlSeconds, keys: keys.length === 0 ? WHOLE_MAPS : keys });
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, fields };
}

const ARGUMENTS: CachingKey = { name: 'context.arguments', path: ['arguments'] };
const SOURCE: CachingKey = { name: 'context.source', path: ['source'] };
const IDENTITY: CachingKey = { name: 'context.identity', path: ['identity'] };
const WHOLE_MAPS: readonly CachingKey[] = [ARGUMENTS, SOURCE, IDENTITY];
const ROOT_KEYS: readonly CachingKey[] = [ARGUMENTS, IDENTITY];

function parseKeys(field: string, texts: readonly string[], errors: string[]): readonly CachingKey[] {
  const keys: CachingKey[] = [];
  for (const text of texts) {
    const key = parseCachingKey(text);
    if (key !== undefined) keys.push(key);
    else {
      const roots = '$context.arguments, $context.source or $context.identity';
      errors.push(`${field}: a caching key begins with ${roots}. Received: "${text}"`);
    }
  }
  return keys;
}

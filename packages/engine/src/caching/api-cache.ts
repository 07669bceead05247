/** The server-side cache of one API. AppSync developer guide, "Configuring server-side caching and API payload compression". */
import type { ApiModel } from '../model/app-model.ts';
import { createCacheStore } from './cache-store.ts';
import { type KeyContext, entryKey, evictionKey } from './caching-key.ts';
import { type CacheableRequest, operationKey } from './operation-key.ts';
import { planFieldCaching } from './plan-field-caching.ts';

/** One place of the cache: a resolver's value, or a whole answer. */
export interface CacheSlot {
  read(): { readonly value: unknown } | undefined;
  write(value: unknown): void;
}

export interface ApiCache {
  /** undefined: this field's value is not cached. */
  field(typeName: string, fieldName: string, context: KeyContext): CacheSlot | undefined;
  /** undefined: whole answers are not cached. */
  operation(request: CacheableRequest): CacheSlot | undefined;
  /** @returns whether there was an entry */
  evict(typeName: string, fieldName: string, keys: Readonly<Record<string, unknown>>): boolean;
  /** Removes every entry. */
  flush(): void;
}

export type CreateApiCacheResult =
  | { readonly ok: true; readonly cache: ApiCache }
  | { readonly ok: false; readonly errors: readonly string[] };

/** AppSync developer guide, "Operation-level caching" (2026-11): larger answers are not cached; counted in UTF-16 units. */
const MAX_ANSWER_CHARS = 15 * 1024 * 1024;

/**
 * @param now milliseconds since the epoch
 * @returns the cache, empty; or the caching keys that AppSync would refuse
 */
export function createApiCache(
  { cache, resolvers }: Pick<ApiModel, 'cache' | 'resolvers'>,
  now: () => number,
): CreateApiCacheResult {
  const plan = planFieldCaching(cache, resolvers);
  if (!plan.ok) return plan;
  const { fields } = plan;
  const store = createCacheStore(now);
  const slot = (key: string, ttlSeconds: number, maxChars: number): CacheSlot => ({
    read: () => store.get(key),
    write: (value) => store.set(key, value, { ttlSeconds, maxChars }),
  });
  return {
    ok: true,
    cache: {
      field(typeName, fieldName, context) {
        const caching = fields.get(`${typeName}.${fieldName}`);
        if (caching === undefined) return undefined;
        return slot(entryKey(caching.field, caching.keys, context), caching.ttlSeconds, Infinity);
      },
      operation(request) {
        if (cache?.behavior !== 'OPERATION_LEVEL_CACHING') return undefined;
        return slot(operationKey(request), cache.ttlSeconds, MAX_ANSWER_CHARS);
      },
      evict: (typeName, fieldName, keys) => store.delete(evictionKey(`${typeName}.${fieldName}`, keys)),
      flush: () => store.clear(),
    },
  };
}

/** AWS::AppSync::ApiCache, and the CachingConfig of a resolver. */
import type { ApiCacheModel, ApiCachingBehavior, ResolverCachingModel } from '../model/app-model.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import type { ResourceProperties } from './resource-properties.ts';

const BEHAVIORS: Readonly<Record<string, ApiCachingBehavior>> = {
  FULL_REQUEST_CACHING: 'FULL_REQUEST_CACHING',
  PER_RESOLVER_CACHING: 'PER_RESOLVER_CACHING',
  OPERATION_LEVEL_CACHING: 'OPERATION_LEVEL_CACHING',
};

/** Seconds that an entry may live. AWS AppSync developer guide, "Caching" (2026-11). */
const MAX_TTL_SECONDS = 3_600;
/** AWS AppSync quotas, "Number of caching keys" (2026-11). */
const MAX_CACHING_KEYS = 25;

/** @throws AssemblyFault for an unknown behavior, or a time to live outside of 1..3600 */
export function buildApiCache(properties: ResourceProperties): ApiCacheModel {
  const named = properties.text('ApiCachingBehavior');
  const behavior = BEHAVIORS[named];
  if (behavior === undefined) {
    const known = Object.keys(BEHAVIORS).join(', ');
    throw new AssemblyFault(`ApiCachingBehavior of an ApiCache is one of ${known}. Received: "${named}"`);
  }
  return { behavior, ttlSeconds: toTtl(properties.text('Ttl'), 'an ApiCache') };
}

/**
 * @param resolver `Type.field`, for messages
 * @returns what to put into the model: nothing where the resolver has no CachingConfig
 * @throws AssemblyFault for a time to live outside of 1..3600, or more than 25 keys
 */
export function buildResolverCaching(
  properties: ResourceProperties,
  resolver: string,
): { readonly caching?: ResolverCachingModel } {
  const { Ttl: ttl, CachingKeys: listed } = properties.record('CachingConfig');
  if (ttl === undefined && listed === undefined) return {};
  const keys = Array.isArray(listed) ? listed.map(String) : [];
  if (keys.length > MAX_CACHING_KEYS) {
    throw new AssemblyFault(
      `${resolver}: a CachingConfig has at most ${MAX_CACHING_KEYS} CachingKeys. Received: ${keys.length}`,
    );
  }
  return { caching: { ttlSeconds: toTtl(ttl, `the CachingConfig of ${resolver}`), keys } };
}

function toTtl(value: unknown, owner: string): number {
  const seconds = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (seconds >= 1 && seconds <= MAX_TTL_SECONDS) return seconds;
  throw new AssemblyFault(
    `The Ttl of ${owner} is a number of seconds from 1 to ${MAX_TTL_SECONDS}. Received: ${JSON.stringify(value)}`,
  );
}

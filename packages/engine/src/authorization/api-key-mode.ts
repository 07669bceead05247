/** Mode API_KEY: the header `x-api-key` holds a key of the API that has not expired. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKeyModel } from '../model/app-model.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { unauthorized } from './authorization-result.ts';

/**
 * @param keys - those of the API and the one of the command line
 * @returns identity null, which is what resolvers see as `ctx.identity` for this mode
 */
export function authorizeApiKey(
  key: string,
  keys: readonly ApiKeyModel[],
  nowEpochMs: number,
): AuthorizationResult {
  // Every key is compared, so that the time taken does not tell which one was close.
  const matching = keys.filter((candidate) => isSameKey(candidate.key, key));
  const isValid = matching.some(
    ({ expiresAtEpochSeconds }) =>
      expiresAtEpochSeconds === undefined || expiresAtEpochSeconds * 1000 > nowEpochMs,
  );
  if (!isValid) return unauthorized();
  return { kind: 'authorized', caller: { authenticationType: 'API_KEY', identity: null } };
}

function isSameKey(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

/** Equal lengths are what timingSafeEqual needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

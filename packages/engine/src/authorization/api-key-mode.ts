/** Mode API_KEY: the header `x-api-key` holds a key of the API that has not expired. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKeyModel } from '../model/app-model.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { NOT_AUTHORIZED_MESSAGE, unauthorized } from './authorization-result.ts';

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
  const ends = matching.map(({ expiresAtEpochSeconds = Infinity }) => expiresAtEpochSeconds * 1000);
  const atEpochMs = Math.max(...ends);
  if (!(atEpochMs > nowEpochMs)) return unauthorized();
  const caller = { authenticationType: 'API_KEY', identity: null } as const;
  if (atEpochMs === Infinity) return { kind: 'authorized', caller };
  return { kind: 'authorized', caller, expires: { atEpochMs, message: NOT_AUTHORIZED_MESSAGE } };
}

function isSameKey(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

/** Equal lengths are what timingSafeEqual needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** When a token that is good now stops being good. */
import type { CredentialExpiry } from '../authorization-result.ts';
import { TOKEN_EXPIRED_MESSAGE } from '../authorization-result.ts';

/**
 * @param endsEpochMs - every limit that applies; undefined where there is none
 * @returns nothing for a token without an end, so that it can be spread into a result
 */
export function tokenExpiry(...endsEpochMs: readonly (number | undefined)[]): {
  readonly expires?: CredentialExpiry;
} {
  const atEpochMs = Math.min(...endsEpochMs.filter((end) => end !== undefined));
  return atEpochMs === Infinity ? {} : { expires: { atEpochMs, message: TOKEN_EXPIRED_MESSAGE } };
}

/** @param seconds - a claim of RFC 7519: seconds since the epoch */
export function claimToEpochMs(seconds: unknown): number | undefined {
  return typeof seconds === 'number' ? seconds * 1000 : undefined;
}

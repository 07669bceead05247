/** What user pools and OpenID Connect check alike: signature and times. */
import type { KeySetLocation, KeySets } from './key-sets.ts';
import type { ParsedJwt } from './parse-jwt.ts';
import { isSignedBy } from './verify-signature.ts';

export type JwtVerdict = 'good' | 'expired' | 'bad';

export interface VerifyJwtServices {
  readonly keySets: KeySets;
  readonly now: () => number;
  /** Why a token can't be checked is for the developer's terminal. */
  readonly warn: (text: string) => void;
}

/** The token's age is told only to those whose signature is good. */
export async function verifyJwt(
  jwt: ParsedJwt,
  location: KeySetLocation,
  { keySets, now, warn }: VerifyJwtServices,
): Promise<JwtVerdict> {
  try {
    const keys = await keySets.find(location, jwt.keyId);
    if (!keys.some((key) => isSignedBy(jwt, key))) return 'bad';
  } catch (error) {
    warn(
      `Tokens of ${location.issuer} can't be checked: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 'bad';
  }
  return checkTimes(jwt.claims, now() / 1000);
}

/** RFC 7519, registered claims; AppSync wants `iat` in every token. */
function checkTimes(claims: Readonly<Record<string, unknown>>, nowSeconds: number): JwtVerdict {
  const { exp, nbf, iat } = claims;
  if (typeof iat !== 'number') return 'bad';
  if (exp !== undefined && typeof exp !== 'number') return 'bad';
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > nowSeconds)) return 'bad';
  return exp !== undefined && exp <= nowSeconds ? 'expired' : 'good';
}

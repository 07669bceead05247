/** RFC 7518: is this token signed by this key? Only the algorithms that AppSync accepts, each with its own kind of key. */
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { constants, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { assertNever } from '../../model/assert-never.ts';
import type { ParsedJwt } from './parse-jwt.ts';

type Family = 'RS' | 'PS' | 'ES' | 'HS';

interface Algorithm {
  readonly family: Family;
  readonly hash: string;
}

/** AppSync developer guide, "OPENID_CONNECT authorization": RS, PS, HS and ES with 256, 384 and 512 bits. */
const ALGORITHM = /^(RS|PS|ES|HS)(256|384|512)$/;

const CURVE_OF_HASH: Readonly<Record<string, string>> = {
  sha256: 'prime256v1',
  sha384: 'secp384r1',
  sha512: 'secp521r1',
};

/** @returns false for unknown algorithms, `none` among them, and for a key of another kind than the algorithm's */
export function isSignedBy(jwt: ParsedJwt, key: JsonWebKey): boolean {
  const algorithm = readAlgorithm(jwt.algorithm);
  if (algorithm === undefined || (key['alg'] !== undefined && key['alg'] !== jwt.algorithm)) return false;
  return algorithm.family === 'HS'
    ? isAuthenticated(jwt, key, algorithm.hash)
    : isVerified(jwt, toPublicKey(key), { family: algorithm.family, hash: algorithm.hash });
}

function readAlgorithm(name: string): Algorithm | undefined {
  const [, family, bits] = ALGORITHM.exec(name) ?? [];
  return family === undefined ? undefined : { family: family as Family, hash: `sha${bits}` };
}

/** A secret of the key set: an RSA key must never be taken for one, or everybody could sign with it. */
function isAuthenticated(jwt: ParsedJwt, { kty, k }: JsonWebKey, hash: string): boolean {
  if (kty !== 'oct' || typeof k !== 'string' || k === '') return false;
  const expected = createHmac(hash, Buffer.from(k, 'base64url')).update(jwt.signedText).digest();
  return expected.length === jwt.signature.length && timingSafeEqual(expected, jwt.signature);
}

function isVerified(
  { signedText, signature }: ParsedJwt,
  key: KeyObject | undefined,
  { family, hash }: { readonly family: Exclude<Family, 'HS'>; readonly hash: string },
): boolean {
  if (key === undefined) return false;
  const data = Buffer.from(signedText);
  switch (family) {
    case 'RS':
      return key.asymmetricKeyType === 'rsa' && verify(hash, data, key, signature);
    case 'PS': {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
      return key.asymmetricKeyType === 'rsa' && verify(hash, data, { key, padding, saltLength }, signature);
    }
    case 'ES': {
      const isCurve = key.asymmetricKeyDetails?.namedCurve === CURVE_OF_HASH[hash];
      return isCurve && verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    }
    default:
      return assertNever(family);
  }
}

function toPublicKey(key: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return undefined; // a secret, or a key that is not well formed
  }
}

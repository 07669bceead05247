/** The server's side of one SRP sign-in, with Cognito's key derivation. RFC 5054; amazon-cognito-identity-js. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PasswordOwner, PasswordVerifier } from './password-verifier.ts';
import { GENERATOR, MULTIPLIER, power, PRIME, sha256, toBytes, toNumber } from './srp-group.ts';

export interface SrpChallenge {
  readonly owner: PasswordOwner;
  readonly kept: PasswordVerifier;
  readonly clientPublic: bigint;
  readonly serverPublic: bigint;
  readonly serverSecret: bigint;
  /** Base64; names the challenge. */
  readonly secretBlock: string;
}

const SECRET_BYTES = 128;
const SECRET_BLOCK_BYTES = 64;
const KEY_BYTES = 16;
const KEY_INFO = 'Caldera Derived Key';

/** @returns undefined for a public value that is no number, or one that would make the key known to everybody */
export function createSrpChallenge(
  owner: PasswordOwner,
  kept: PasswordVerifier,
  clientPublicHex: string,
): SrpChallenge | undefined {
  // The longest value below the prime has twice as many digits as the prime has bytes.
  if (!/^[0-9a-f]{1,770}$/i.test(clientPublicHex)) return undefined;
  const clientPublic = BigInt(`0x${clientPublicHex}`);
  if (clientPublic % PRIME === 0n) return undefined;
  const serverSecret = toNumber(randomBytes(SECRET_BYTES));
  const serverPublic = (MULTIPLIER * kept.verifier + power(GENERATOR, serverSecret)) % PRIME;
  const secretBlock = randomBytes(SECRET_BLOCK_BYTES).toString('base64');
  return { owner, kept, clientPublic, serverPublic, serverSecret, secretBlock };
}

/** @param signature - base64, over pool, user, secret block and timestamp, by the key that both sides derive */
export function isChallengeMet(
  challenge: SrpChallenge,
  { signature, timestamp }: { readonly signature: string; readonly timestamp: string },
): boolean {
  const { owner, secretBlock } = challenge;
  const expected = createHmac('sha256', deriveKey(challenge))
    .update(owner.poolName + owner.username)
    .update(Buffer.from(secretBlock, 'base64'))
    .update(timestamp)
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function deriveKey({ kept, clientPublic, serverPublic, serverSecret }: SrpChallenge): Buffer {
  const scramble = toNumber(sha256(toBytes(clientPublic), toBytes(serverPublic)));
  const secret = power(clientPublic * power(kept.verifier, scramble), serverSecret);
  const extracted = createHmac('sha256', toBytes(scramble)).update(toBytes(secret)).digest();
  const expanded = createHmac('sha256', extracted)
    .update(KEY_INFO)
    .update(Buffer.from([1]))
    .digest();
  return expanded.subarray(0, KEY_BYTES);
}

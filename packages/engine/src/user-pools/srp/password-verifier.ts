/** What is kept of a password: enough to check it, not enough to sign in with. */
import { randomBytes } from 'node:crypto';
import { GENERATOR, power, sha256, toBytes, toNumber } from './srp-group.ts';

export interface PasswordVerifier {
  readonly salt: bigint;
  readonly verifier: bigint;
}

/** Whose password it is: the part of the pool's id after the underscore, and the username. */
export interface PasswordOwner {
  readonly poolName: string;
  readonly username: string;
}

const SALT_BYTES = 16;

export function createPasswordVerifier(owner: PasswordOwner, password: string): PasswordVerifier {
  const salt = toNumber(randomBytes(SALT_BYTES));
  return { salt, verifier: power(GENERATOR, privateKey(owner, password, salt)) };
}

export function isPassword(owner: PasswordOwner, password: string, kept: PasswordVerifier): boolean {
  return power(GENERATOR, privateKey(owner, password, kept.salt)) === kept.verifier;
}

function privateKey({ poolName, username }: PasswordOwner, password: string, salt: bigint): bigint {
  return toNumber(sha256(toBytes(salt), sha256(Buffer.from(`${poolName}${username}:${password}`))));
}

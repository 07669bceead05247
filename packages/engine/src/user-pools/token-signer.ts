/** RS256 by a key that lives as long as the engine does: its tokens are good for nothing else. */
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { generateKeyPair, randomUUID, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';

export interface TokenSigner {
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** @returns the claims of a token that this signer signed; undefined for any other text */
  read(token: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  keySet(): Promise<{ readonly keys: readonly JsonWebKey[] }>;
}

interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const KEY_BITS = 2048;

/** The key is made when it is first needed: applications without user pools do not wait for it. */
export function createTokenSigner(): TokenSigner {
  let pending: Promise<Key> | undefined;
  const key = (): Promise<Key> => (pending ??= makeKey());

  return {
    async sign(claims) {
      const { id, privateKey } = await key();
      const text = [{ kid: id, alg: 'RS256' }, claims].map(encode).join('.');
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
    async read(token) {
      const { publicKey } = await key();
      const [header = '', payload = '', signature = ''] = token.split('.');
      const text = Buffer.from(`${header}.${payload}`);
      const isOwn = verify('sha256', text, publicKey, Buffer.from(signature, 'base64url'));
      if (!isOwn) return undefined;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    },
    async keySet() {
      const { id, publicKey } = await key();
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', alg: 'RS256' }] };
    },
  };
}

async function makeKey(): Promise<Key> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  return { id: randomUUID(), ...pair };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

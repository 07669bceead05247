/** RS256 by a key of this engine's own: its tokens are good for nothing else. */
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPair, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { UserPoolStorage } from './storage/user-pool-storage.ts';

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
export function createTokenSigner(
  storage: Pick<UserPoolStorage, 'signingKey' | 'saveSigningKey'>,
): TokenSigner {
  let pending: Promise<Key> | undefined;
  const key = (): Promise<Key> => (pending ??= openKey(storage));

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

async function openKey({
  signingKey,
  saveSigningKey,
}: Pick<UserPoolStorage, 'signingKey' | 'saveSigningKey'>): Promise<Key> {
  if (signingKey !== undefined) return keyOf(createPrivateKey(signingKey));
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  await saveSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return keyOf(privateKey);
}

/** The id follows from the key: verifiers that remember it go on after a restart. */
function keyOf(privateKey: KeyObject): Key {
  const publicKey = createPublicKey(privateKey);
  const id = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' }));
  return { id: id.digest('base64url'), privateKey, publicKey };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

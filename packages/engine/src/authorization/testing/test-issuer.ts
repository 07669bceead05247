/** An issuer of tokens without a server: its documents are answers to `fetchJson`. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { NOW_EPOCH_SECONDS } from './test-authorizer.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface TestIssuer {
  /** Good for a minute, unless the claims say otherwise; a claim that is undefined is left out. */
  token(claims?: Readonly<Record<string, unknown>>): string;
  readonly fetchJson: (url: string) => Promise<unknown>;
  /** Addresses that were asked for. */
  readonly fetched: readonly string[];
}

/** @param changeKey - what the key set says of the key, over what is true */
export function createTestIssuer(
  issuer: string,
  changeKey: Readonly<Record<string, unknown>> = {},
): TestIssuer {
  const fetched: string[] = [];
  return {
    fetched,
    token(claims = {}) {
      const usual = { iss: issuer, sub: 'ann', iat: NOW_EPOCH_SECONDS - 10, exp: NOW_EPOCH_SECONDS + 60 };
      const text = [
        { alg: 'RS256', kid: 'key-1' },
        { ...usual, ...claims },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
    fetchJson(url) {
      fetched.push(url);
      const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', ...changeKey };
      return Promise.resolve(
        url.endsWith('openid-configuration') ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [key] },
      );
    },
  };
}

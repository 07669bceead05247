import type { JsonWebKey } from 'node:crypto';
import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseJwt } from './parse-jwt.ts';
import { isSignedBy } from './verify-signature.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const secret = Buffer.from('a secret of some length');

const rsaJwk = rsa.publicKey.export({ format: 'jwk' });
const p256Jwk = p256.publicKey.export({ format: 'jwk' });
const secretJwk: JsonWebKey = { kty: 'oct', k: secret.toString('base64url') };

const isGood = (alg: string, key: JsonWebKey, signer: (text: Buffer) => Buffer): boolean => {
  const text = [{ alg }, { sub: 'a' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const jwt = parseJwt(`${text}.${signer(Buffer.from(text)).toString('base64url')}`);
  return jwt !== undefined && isSignedBy(jwt, key);
};

const byRsa = (hash: string) => (text: Buffer) => sign(hash, text, rsa.privateKey);
const byPss = (hash: string) => (text: Buffer) =>
  sign(hash, text, {
    key: rsa.privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
const byCurve = (hash: string) => (text: Buffer) =>
  sign(hash, text, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' });
const bySecret = (hash: string, key: Buffer) => (text: Buffer) => createHmac(hash, key).update(text).digest();

describe('signatures of JSON web tokens', () => {
  it('accepts every family', () => {
    expect(isGood('RS256', rsaJwk, byRsa('sha256'))).toBe(true);
    expect(isGood('RS512', rsaJwk, byRsa('sha512'))).toBe(true);
    expect(isGood('PS384', rsaJwk, byPss('sha384'))).toBe(true);
    expect(isGood('ES256', p256Jwk, byCurve('sha256'))).toBe(true);
    expect(isGood('HS256', secretJwk, bySecret('sha256', secret))).toBe(true);
  });

  it('refuses tokens without a signature', () => {
    for (const alg of ['none', 'None', '']) {
      expect(isGood(alg, rsaJwk, () => Buffer.alloc(0))).toBe(false);
      expect(isGood(alg, secretJwk, () => Buffer.alloc(0))).toBe(false);
    }
  });

  it('never takes a public key for a secret', () => {
    const publicText = Buffer.from(String(rsa.publicKey.export({ type: 'spki', format: 'pem' })));
    expect(isGood('HS256', rsaJwk, bySecret('sha256', publicText))).toBe(false);
    expect(isGood('HS256', rsaJwk, bySecret('sha256', Buffer.alloc(0)))).toBe(false);
    expect(isGood('HS256', { kty: 'oct', k: '' }, bySecret('sha256', Buffer.alloc(0)))).toBe(false);
  });

  it('wants the kind of key, the curve and the algorithm that belong together', () => {
    expect(isGood('ES256', rsaJwk, byRsa('sha256'))).toBe(false);
    expect(isGood('RS256', p256Jwk, byCurve('sha256'))).toBe(false);
    expect(isGood('ES384', p256Jwk, byCurve('sha384'))).toBe(false);
    expect(isGood('ES256', p384.publicKey.export({ format: 'jwk' }), byCurve('sha256'))).toBe(false);
    expect(isGood('RS256', { ...rsaJwk, alg: 'PS256' }, byRsa('sha256'))).toBe(false);
    expect(isGood('RS256', { kty: 'RSA', n: 'x', e: 'y' }, byRsa('sha256'))).toBe(false);
  });
});

/** An OpenID Connect provider as small as one can be: discovery, keys, and tokens with whatever claims a test wants. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function startOpenIdProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = createServer((request, response) => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }];
    const isKeySet = request.url === '/keys';
    response.end(JSON.stringify(isKeySet ? { keys } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    token(claims: Readonly<Record<string, unknown>> = {}): string {
      const now = Math.floor(Date.now() / 1000);
      const text = [
        { alg: 'ES256', kid: 'key-1' },
        { iss: issuer, sub: 'somebody', aud: 'app', iat: now, exp: now + 60, ...claims },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
      return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>;

/** Which credential a request carries, told by its shape alone, as AppSync tells the modes apart. */

export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'api-key'; readonly key: string }
  /** A SigV4 `Authorization` header. */
  | { readonly kind: 'signature'; readonly authorization: string }
  /** A JSON web token, without the optional `Bearer ` in front. */
  | { readonly kind: 'jwt'; readonly token: string }
  /** Anything else in `Authorization`: for a Lambda authorizer. */
  | { readonly kind: 'token'; readonly token: string };

/** Lower-case header names. */
export type CredentialHeaders = Readonly<Record<string, string | string[] | undefined>>;

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** @see AppSync developer guide, "Configuring authorization and authentication" */
export function readCredential(headers: CredentialHeaders): Credential {
  const authorization = firstValue(headers.authorization);
  if (authorization?.startsWith('AWS4-HMAC-SHA256') === true) return { kind: 'signature', authorization };
  const key = firstValue(headers['x-api-key']);
  if (key !== undefined) return { kind: 'api-key', key };
  if (authorization === undefined) return { kind: 'none' };
  const token = authorization.replace(/^Bearer\s+/i, '');
  return JWT.test(token) ? { kind: 'jwt', token } : { kind: 'token', token: authorization };
}

function firstValue(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === '' ? undefined : first.trim();
}

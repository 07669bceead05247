/** Which credential a request carries, told by its shape alone, as AppSync tells the modes apart. */
import type { AuthenticationType } from '../model/app-model.ts';
import type { ParsedJwt } from './jwt/parse-jwt.ts';
import { parseJwt } from './jwt/parse-jwt.ts';

export type Credential =
  | { readonly kind: 'none' }
  /** There is a credential, of a shape that no mode of the API reads. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'api-key'; readonly key: string }
  /** A SigV4 `Authorization` header. */
  | { readonly kind: 'signature'; readonly authorization: string }
  | { readonly kind: 'jwt'; readonly jwt: ParsedJwt }
  /** For a Lambda authorizer: the header as it came. */
  | { readonly kind: 'token'; readonly token: string };

/** Lower-case header names. */
export type CredentialHeaders = Readonly<Record<string, string | string[] | undefined>>;

const SIGNATURE_PREFIX = 'AWS4-HMAC-SHA256';

/**
 * A signature is for IAM and a JSON web token for a user pool or OpenID Connect wherever these are on, never for a
 * Lambda authorizer beside them.
 * Differs or unconfirmed: a request with both headers is taken by its key where the API has keys.
 * @see AppSync developer guide, "Configuring authorization and authentication"
 */
export function readCredential(
  headers: CredentialHeaders,
  modes: ReadonlySet<AuthenticationType>,
): Credential {
  const authorization = firstValue(headers.authorization);
  const key = firstValue(headers['x-api-key']);
  if (authorization?.startsWith(SIGNATURE_PREFIX) === true && modes.has('AWS_IAM')) {
    return { kind: 'signature', authorization };
  }
  if (key !== undefined && modes.has('API_KEY')) return { kind: 'api-key', key };
  if (authorization === undefined) return { kind: key === undefined ? 'none' : 'unreadable' };
  if (modes.has('AMAZON_COGNITO_USER_POOLS') || modes.has('OPENID_CONNECT')) {
    const jwt = parseJwt(authorization.replace(/^Bearer\s+/i, ''));
    if (jwt !== undefined) return { kind: 'jwt', jwt };
  }
  return modes.has('AWS_LAMBDA') ? { kind: 'token', token: authorization } : { kind: 'unreadable' };
}

function firstValue(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === '' ? undefined : first.trim();
}

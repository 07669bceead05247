/** The outcome of checking a credential against an API's modes, before any field is looked at. */
import type { Caller } from '../execution/contract.ts';

export type AuthorizationResult =
  | {
      readonly kind: 'authorized';
      readonly caller: Caller;
      /** Absent where the credential has no end of its own. */
      readonly expires?: CredentialExpiry;
    }
  /** HTTP 401 `UnauthorizedException`; the message is for the caller. */
  | { readonly kind: 'unauthorized'; readonly message: string };

/** When a credential stops being good, and what a caller that still uses it is told. */
export interface CredentialExpiry {
  readonly atEpochMs: number;
  readonly message: string;
}

/** AppSync's text for a credential that it knows how to read and does not accept. */
export const NOT_AUTHORIZED_MESSAGE = 'You are not authorized to make this call.';

/** AppSync's text for a signer whose policies do not allow the call (amplify-cli issues 4343, 6595). */
export const PERMISSION_DENIED_MESSAGE = 'Permission denied';

/** AppSync's text for a call without any credential header. */
export const MISSING_CREDENTIAL_MESSAGE = 'Missing authorization header';

/** Differs or unconfirmed: reported by users of AppSync for tokens whose `exp` has passed. */
export const TOKEN_EXPIRED_MESSAGE = 'Token has expired.';

/** Differs or unconfirmed: reported by users of AppSync for a header that should hold a token and does not. */
export const INVALID_HEADER_MESSAGE = 'Valid authorization header not provided.';

export function unauthorized(message: string = NOT_AUTHORIZED_MESSAGE): AuthorizationResult {
  return { kind: 'unauthorized', message };
}

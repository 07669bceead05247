/**
 * One question for HTTP requests, for real-time connections and for each subscription: who calls?
 * Every mode that the engine runs has a file of its own; the others refuse with a text that says so.
 */
import type { ApiModel, AuthenticationType } from '../model/app-model.ts';
import { assertNever } from '../model/assert-never.ts';
import { authorizeApiKey } from './api-key-mode.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { MISSING_CREDENTIAL_MESSAGE, unauthorized } from './authorization-result.ts';
import type { CredentialHeaders } from './credential.ts';
import { readCredential } from './credential.ts';

export interface AuthorizeOptions {
  /** Accepted besides the API's own keys, wherever the API has the mode API_KEY. */
  readonly extraApiKey: string;
  readonly now: () => number;
}

/**
 * A promise, although API keys need none: other modes ask a key set or a Lambda function.
 * @param headers - of the request, or the JSON object that real-time clients send in their place; lower-case names
 * @see AppSync developer guide, "Configuring authorization and authentication"
 */
export function authorize(
  api: ApiModel,
  headers: CredentialHeaders,
  options: AuthorizeOptions,
): Promise<AuthorizationResult> {
  return Promise.resolve(authorizeByShape(api, headers, options));
}

function authorizeByShape(
  api: ApiModel,
  headers: CredentialHeaders,
  { extraApiKey, now }: AuthorizeOptions,
): AuthorizationResult {
  const modes = new Set([api.defaultAuthentication, ...api.additionalAuthentication]);
  const credential = readCredential(headers);
  switch (credential.kind) {
    case 'none':
      return unauthorized(MISSING_CREDENTIAL_MESSAGE);
    case 'api-key':
      return modes.has('API_KEY')
        ? authorizeApiKey(
            credential.key,
            [...api.apiKeys, { key: extraApiKey, expiresAtEpochSeconds: undefined }],
            now(),
          )
        : unauthorized();
    case 'signature':
      return refuseMode(modes, ['AWS_IAM']);
    case 'jwt':
      return refuseMode(modes, ['AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA']);
    case 'token':
      return refuseMode(modes, ['AWS_LAMBDA']);
    default:
      return assertNever(credential);
  }
}

/** Differs from AppSync: a mode that this engine does not run is named, so that nobody searches for a bad token. */
function refuseMode(
  modes: ReadonlySet<AuthenticationType>,
  candidates: readonly AuthenticationType[],
): AuthorizationResult {
  const mode = candidates.find((candidate) => modes.has(candidate));
  if (mode === undefined) return unauthorized();
  const hint = modes.has('API_KEY') ? ' Use an API key (header x-api-key).' : '';
  return unauthorized(`The local engine does not check ${mode} credentials.${hint}`);
}

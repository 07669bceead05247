/**
 * One question for HTTP requests, for real-time connections and for each subscription: who calls?
 * The credential's shape chooses the mode; every mode has a file of its own.
 */
import type {
  ApiModel,
  AppModel,
  AuthenticationProviderModel,
  AuthenticationType,
} from '../model/app-model.ts';
import { assertNever } from '../model/assert-never.ts';
import type { LambdaHost } from '../lambda-host/contract.ts';
import { authorizeApiKey } from './api-key-mode.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { INVALID_HEADER_MESSAGE, MISSING_CREDENTIAL_MESSAGE, unauthorized } from './authorization-result.ts';
import { readCredential } from './credential.ts';
import { authorizeSignature } from './iam/iam-mode.ts';
import type { AccessKey } from './iam/access-key.ts';
import type { LocalIdentity } from './iam/local-identities.ts';
import type { KeySetOptions } from './jwt/key-sets.ts';
import { createKeySets } from './jwt/key-sets.ts';
import type { ParsedJwt } from './jwt/parse-jwt.ts';
import { createAnswerCache } from './lambda/answer-cache.ts';
import { AUTHORIZER_TIMEOUT_MS, authorizeByLambda } from './lambda/lambda-mode.ts';
import { authorizeOpenIdConnectToken } from './openid-connect-mode.ts';
import { authorizeUserPoolToken, userPoolIssuer } from './user-pool-mode.ts';

export interface AuthorizerOptions extends Pick<KeySetOptions, 'localKeySet' | 'fetchJson'> {
  /** Asked for each call: the application may have been replaced in the meantime. */
  readonly api: () => ApiModel;
  readonly account: () => Pick<AppModel, 'accountId' | 'region'>;
  /** Roles and users of the assembly that can sign on this machine; asked for each signed call. */
  readonly identities: () => readonly LocalIdentity[];
  readonly lambda: Pick<LambdaHost, 'invoke'>;
  /** Accepted besides the API's own keys, wherever the API has the mode API_KEY. */
  readonly extraApiKey: string;
  /** Of the developer: their signatures are good for everything wherever the API has the mode AWS_IAM. */
  readonly accessKeys: readonly AccessKey[];
  readonly now: () => number;
  readonly warn: (text: string) => void;
  /** To change in tests; AppSync's 10 seconds when absent. */
  readonly authorizerTimeoutMs?: number;
}

export type Authorize = (request: AuthorizationRequest) => Promise<AuthorizationResult>;

/** @see AppSync developer guide, "Configuring authorization and authentication" */
export function createAuthorizer(options: AuthorizerOptions): Authorize {
  const { lambda, now, warn } = options;
  const cache = createAnswerCache(now);
  const timeoutMs = options.authorizerTimeoutMs ?? AUTHORIZER_TIMEOUT_MS;
  const keySets = createKeySets(options);

  function authorizeJwt(jwt: ParsedJwt, request: AuthorizationRequest): Promise<AuthorizationResult> {
    const provider = chooseProvider(jwt, options.api());
    if (provider === undefined) return Promise.resolve(unauthorized());
    const services = { keySets, now, warn, sourceIp: request.sourceIp };
    return provider.type === 'OPENID_CONNECT'
      ? authorizeOpenIdConnectToken(jwt, provider, services)
      : authorizeUserPoolToken(jwt, provider, services);
  }

  function authorizeToken(token: string, request: AuthorizationRequest): Promise<AuthorizationResult> {
    const { id: apiId, authenticationProviders = [] } = options.api();
    const authorizer = authenticationProviders.find(({ type }) => type === 'AWS_LAMBDA');
    if (authorizer?.type !== 'AWS_LAMBDA') return Promise.resolve(unauthorized());
    const { accountId } = options.account();
    const services = { lambda, cache, timeoutMs, warn };
    return authorizeByLambda(token, request, { api: { apiId, accountId, authorizer }, services });
  }

  return async (request) => {
    const api = options.api();
    const credential = readCredential(request.headers, modesOf(api));
    switch (credential.kind) {
      case 'none':
        return unauthorized(MISSING_CREDENTIAL_MESSAGE);
      case 'unreadable':
        return unauthorized(INVALID_HEADER_MESSAGE);
      case 'api-key': {
        const extra = { key: options.extraApiKey, expiresAtEpochSeconds: undefined };
        return authorizeApiKey(credential.key, [...api.apiKeys, extra], now());
      }
      case 'signature':
        return authorizeSignature(credential.authorization, request, {
          api,
          accessKeys: options.accessKeys,
          identities: options.identities(),
          ...options.account(),
          now,
          warn,
        });
      case 'jwt':
        return authorizeJwt(credential.jwt, request);
      case 'token':
        return authorizeToken(credential.token, request);
      default:
        return assertNever(credential);
    }
  };
}

function modesOf(api: ApiModel): ReadonlySet<AuthenticationType> {
  return new Set([api.defaultAuthentication, ...api.additionalAuthentication]);
}

type TokenProvider = Exclude<AuthenticationProviderModel, { type: 'AWS_LAMBDA' }>;

/** By the token's issuer; where OpenID Connect is the only mode, AppSync does not compare it. */
function chooseProvider(jwt: ParsedJwt, api: ApiModel): TokenProvider | undefined {
  const providers = (api.authenticationProviders ?? []).filter(
    (provider): provider is TokenProvider => provider.type !== 'AWS_LAMBDA',
  );
  const [only] = providers;
  if (modesOf(api).size === 1 && providers.length === 1 && only?.type === 'OPENID_CONNECT') return only;
  const issuer = withoutSlash(jwt.claims['iss']);
  return providers.find((provider) => withoutSlash(issuerOf(provider)) === issuer);
}

function issuerOf(provider: TokenProvider): string {
  return provider.type === 'OPENID_CONNECT' ? provider.issuer : userPoolIssuer(provider);
}

function withoutSlash(issuer: unknown): string | undefined {
  return typeof issuer === 'string' ? issuer.replace(/\/$/, '') : undefined;
}

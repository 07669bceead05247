/** Mode AMAZON_COGNITO_USER_POOLS: an id token or an access token of the API's user pool. */
import type { UserPoolProviderModel } from '../model/app-model.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { TOKEN_EXPIRED_MESSAGE, unauthorized } from './authorization-result.ts';
import type { ParsedJwt } from './jwt/parse-jwt.ts';
import type { VerifyJwtServices } from './jwt/verify-jwt.ts';
import { claimToEpochMs, tokenExpiry } from './jwt/token-expiry.ts';
import { verifyJwt } from './jwt/verify-jwt.ts';
import { matchesExpression } from './matches-expression.ts';

/** The issuer that tokens of a user pool carry. Amazon Cognito developer guide, "Understanding the access token". */
export function userPoolIssuer(pool: { readonly region: string; readonly userPoolId: string }): string {
  return `https://cognito-idp.${pool.region}.amazonaws.com/${pool.userPoolId}`;
}

/** @param pool - the one whose issuer the token names */
export async function authorizeUserPoolToken(
  jwt: ParsedJwt,
  pool: UserPoolProviderModel,
  services: VerifyJwtServices & { readonly sourceIp: readonly string[] },
): Promise<AuthorizationResult> {
  const { claims } = jwt;
  const issuer = userPoolIssuer(pool);
  const clientId = appClientOf(claims);
  if (claims['iss'] !== issuer || jwt.algorithm !== 'RS256' || clientId === undefined) return unauthorized();
  const { appIdClientRegex } = pool;
  if (appIdClientRegex !== undefined && !matchesExpression(appIdClientRegex, clientId)) return unauthorized();
  const verdict = await verifyJwt(jwt, { kind: 'well-known', issuer }, services);
  if (verdict === 'expired') return unauthorized(TOKEN_EXPIRED_MESSAGE);
  if (verdict === 'bad' || claims['exp'] === undefined) return unauthorized();
  const identity = {
    claims,
    defaultAuthStrategy: pool.defaultAction,
    groups: claims['cognito:groups'] ?? null,
    issuer,
    sourceIp: services.sourceIp,
    sub: claims['sub'] ?? null,
    username: claims['cognito:username'] ?? claims['username'] ?? null,
  };
  const caller = { authenticationType: 'AMAZON_COGNITO_USER_POOLS', identity } as const;
  return { kind: 'authorized', caller, ...tokenExpiry(claimToEpochMs(claims['exp'])) };
}

/** @returns undefined for what is neither an id token nor an access token */
function appClientOf(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { token_use: use, aud, client_id: client } = claims;
  const id = use === 'id' ? aud : use === 'access' ? client : undefined;
  return typeof id === 'string' ? id : undefined;
}

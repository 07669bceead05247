/** Mode OPENID_CONNECT: a token of any provider that publishes its keys. */
import type { OpenIdConnectProviderModel } from '../model/app-model.ts';
import type { AuthorizationResult } from './authorization-result.ts';
import { TOKEN_EXPIRED_MESSAGE, unauthorized } from './authorization-result.ts';
import type { ParsedJwt } from './jwt/parse-jwt.ts';
import type { VerifyJwtServices } from './jwt/verify-jwt.ts';
import { claimToEpochMs, tokenExpiry } from './jwt/token-expiry.ts';
import { verifyJwt } from './jwt/verify-jwt.ts';
import { matchesExpression } from './matches-expression.ts';

/**
 * The issuer is compared where the provider is chosen, because AppSync does not compare it where there is one mode.
 * @see AppSync developer guide, "OPENID_CONNECT authorization"
 */
export async function authorizeOpenIdConnectToken(
  jwt: ParsedJwt,
  provider: OpenIdConnectProviderModel,
  services: VerifyJwtServices,
): Promise<AuthorizationResult> {
  const { claims } = jwt;
  if (provider.clientId !== undefined && !isForClient(claims, provider.clientId)) return unauthorized();
  const verdict = await verifyJwt(jwt, { kind: 'discovery', issuer: provider.issuer }, services);
  if (verdict === 'bad') return unauthorized();
  const nowMs = services.now();
  const { exp, iat, auth_time: authenticatedAt } = claims;
  const isYoung =
    isYounger(iat, provider.issuedAtTtlMs, nowMs) &&
    isYounger(authenticatedAt, provider.authenticatedAtTtlMs, nowMs);
  if (verdict === 'expired' || !isYoung) return unauthorized(TOKEN_EXPIRED_MESSAGE);
  const expiry = tokenExpiry(
    claimToEpochMs(exp),
    endOfTtl(iat, provider.issuedAtTtlMs),
    endOfTtl(authenticatedAt, provider.authenticatedAtTtlMs),
  );
  const identity = { claims, issuer: claims['iss'] ?? null, sub: claims['sub'] ?? null };
  return { kind: 'authorized', caller: { authenticationType: 'OPENID_CONNECT', identity }, ...expiry };
}

/** RFC 7519: `aud` is one name or a list of them. */
function isForClient({ aud, azp }: Readonly<Record<string, unknown>>, expression: string): boolean {
  return [aud, azp].flat().some((name) => typeof name === 'string' && matchesExpression(expression, name));
}

/** @param since - seconds since the epoch */
function isYounger(since: unknown, ttlMs: number | undefined, nowMs: number): boolean {
  if (ttlMs === undefined || ttlMs === 0) return true;
  const end = endOfTtl(since, ttlMs);
  return end !== undefined && end > nowMs;
}

/** @returns epoch milliseconds; undefined where there is no limit */
function endOfTtl(since: unknown, ttlMs: number | undefined): number | undefined {
  const sinceMs = claimToEpochMs(since);
  return ttlMs === undefined || ttlMs === 0 || sinceMs === undefined ? undefined : sinceMs + ttlMs;
}

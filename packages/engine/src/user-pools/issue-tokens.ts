/** Tokens of a sign-in. Amazon Cognito developer guide, "Understanding user pool JSON web tokens (JWTs)". */
import { randomBytes, randomUUID } from 'node:crypto';
import { userPoolIssuer } from '../authorization/index.ts';
import type { OperationContext } from './operations/operation-context.ts';
import type { RefreshSession } from './user.ts';
import type { UserPool } from './user-pool.ts';

/** Cognito's default for access and id tokens. */
const TOKEN_SECONDS = 3600;
const REFRESH_TOKEN_BYTES = 48;

/** Attributes whose claims are booleans. */
const FLAGS: ReadonlySet<string> = new Set(['email_verified', 'phone_number_verified']);

/** Starts a session: all three tokens. */
export async function startSession(
  pool: UserPool,
  { username, clientId }: { readonly username: string; readonly clientId: string },
  context: OperationContext,
): Promise<Readonly<Record<string, unknown>>> {
  const session: RefreshSession = {
    username,
    clientId,
    authenticatedAtEpochSeconds: Math.floor(context.now() / 1000),
    originId: randomUUID(),
  };
  const refreshToken = randomBytes(REFRESH_TOKEN_BYTES).toString('base64url');
  pool.addSession(refreshToken, session);
  return { ...(await issueTokens(pool, session, context)), RefreshToken: refreshToken };
}

/** Id token and access token of a session, with what the user is now. */
export async function issueTokens(
  pool: UserPool,
  session: RefreshSession,
  { now, signer }: OperationContext,
): Promise<Readonly<Record<string, unknown>>> {
  const user = pool.user(session.username);
  const nowSeconds = Math.floor(now() / 1000);
  const shared = {
    sub: user.sub,
    ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
    iss: userPoolIssuer(pool.model),
    origin_jti: session.originId,
    event_id: randomUUID(),
    auth_time: session.authenticatedAtEpochSeconds,
    iat: nowSeconds,
    exp: nowSeconds + TOKEN_SECONDS,
  };
  const attributes = Object.entries(user.attributes).map(([name, value]) =>
    FLAGS.has(name) ? [name, value === 'true'] : [name, value],
  );
  const idToken = signer.sign({
    ...(Object.fromEntries(attributes) as Record<string, unknown>),
    ...shared,
    'cognito:username': user.username,
    aud: session.clientId,
    token_use: 'id',
    jti: randomUUID(),
  });
  const accessToken = signer.sign({
    ...shared,
    client_id: session.clientId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: user.username,
    jti: randomUUID(),
  });
  return {
    AccessToken: await accessToken,
    IdToken: await idToken,
    ExpiresIn: TOKEN_SECONDS,
    TokenType: 'Bearer',
  };
}

/** Tokens without a password, for the engine's own console. */
import { issueTokens } from './issue-tokens.ts';
import type { OperationContext } from './operations/operation-context.ts';
import type { UserPool } from './user-pool.ts';
import { UserPoolFault } from './user-pool-fault.ts';

/**
 * An id token as a sign-in at the pool's first client gives it; no refresh token, so nothing is kept.
 * @throws UserPoolFault for a pool without a client, a user who is not there, or is not confirmed
 */
export async function signInUser(
  pool: UserPool,
  username: string,
  context: OperationContext,
): Promise<string> {
  const [client] = pool.model.clients;
  if (client === undefined) {
    throw new UserPoolFault(
      'ResourceNotFoundException',
      `The user pool ${pool.model.userPoolId} has no client.`,
    );
  }
  if (pool.user(username).status !== 'CONFIRMED') {
    throw new UserPoolFault('UserNotConfirmedException', 'User is not confirmed.');
  }
  const session = {
    username,
    clientId: client.clientId,
    authenticatedAtEpochSeconds: Math.floor(context.now() / 1000),
    originId: `console ${username}`,
  };
  const { IdToken } = await issueTokens(pool, session, context);
  return String(IdToken);
}

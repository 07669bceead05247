/** What follows a password that is right. */
import { randomBytes } from 'node:crypto';
import { startSession } from '../issue-tokens.ts';
import type { User } from '../user.ts';
import { UserPoolFault } from '../user-pool-fault.ts';
import type { ClientOfPool, OperationContext, OperationOutput } from './operation-context.ts';

const SESSION_BYTES = 48;

/**
 * Tokens for a confirmed user; the challenge `NEW_PASSWORD_REQUIRED` for one whose password an administrator chose.
 * @throws UserPoolFault for a user who has not confirmed the sign-up
 */
export async function admit(
  { pool, clientId }: ClientOfPool,
  user: User,
  context: OperationContext,
): Promise<OperationOutput> {
  const { username, attributes } = user;
  switch (user.status) {
    case 'UNCONFIRMED':
      throw new UserPoolFault('UserNotConfirmedException', 'User is not confirmed.');
    case 'FORCE_CHANGE_PASSWORD': {
      const Session = randomBytes(SESSION_BYTES).toString('base64url');
      pool.passwordChanges.put(Session, username);
      return {
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeParameters: {
          USER_ID_FOR_SRP: username,
          requiredAttributes: '[]',
          userAttributes: JSON.stringify(attributes),
        },
      };
    }
    case 'CONFIRMED':
      return signedIn(await startSession(pool, { username, clientId }, context));
  }
}

export function signedIn(tokens: OperationOutput): OperationOutput {
  return { AuthenticationResult: tokens, ChallengeParameters: {} };
}

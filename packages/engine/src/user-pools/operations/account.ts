/** What signed-in users ask about themselves. Amazon Cognito user pools API reference. */
import type { CallInput } from '../call-input.ts';
import { readText } from '../call-input.ts';
import { userPoolIssuer } from '../../authorization/index.ts';
import type { User, UserPool } from '../user-pool.ts';
import { UserPoolFault } from '../user-pool-fault.ts';
import type { Operation, OperationContext } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';
import { describeUser } from './sign-up.ts';

export const getUser: Operation = async (input, context) => {
  const { user } = await readSession(input, context);
  const { Username, UserAttributes } = describeUser(user, 'UserAttributes');
  return { Username, UserAttributes };
};

/** Differs from Cognito: access tokens stay good until they expire. */
export const globalSignOut: Operation = async (input, context) => {
  const { pool, user } = await readSession(input, context);
  for (const [token, { username }] of pool.refreshSessions) {
    if (username === user.username) pool.refreshSessions.delete(token);
  }
  return {};
};

export const revokeToken: Operation = (input, context) => {
  poolOfClient(input, context).pool.refreshSessions.delete(readText(input, 'Token'));
  return {};
};

async function readSession(
  input: CallInput,
  { pools, signer, now }: OperationContext,
): Promise<{ readonly pool: UserPool; readonly user: User }> {
  const claims = await signer.read(readText(input, 'AccessToken'));
  const pool = pools().find(({ model }) => userPoolIssuer(model) === claims?.['iss']);
  if (claims === undefined || pool === undefined || claims['token_use'] !== 'access') {
    throw new UserPoolFault('NotAuthorizedException', 'Invalid Access Token');
  }
  if (Number(claims['exp']) * 1000 <= now()) {
    throw new UserPoolFault('NotAuthorizedException', 'Access Token has expired');
  }
  return { pool, user: pool.user(String(claims['username'])) };
}

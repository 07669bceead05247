/** What signed-in users do with their account. Amazon Cognito user pools API reference. */
import { readText } from '../call-input.ts';
import { describeUser } from './describe-user.ts';
import type { Operation } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';
import { readSignedInUser } from './signed-in-user.ts';

export const getUser: Operation = async (input, context) => {
  const { user } = await readSignedInUser(input, context);
  const { Username, UserAttributes } = describeUser(user, 'UserAttributes');
  return { Username, UserAttributes };
};

/** Differs from Cognito: access tokens stay good until they expire. */
export const globalSignOut: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  pool.endSessionsOf(user);
  return {};
};

export const revokeToken: Operation = (input, context) => {
  poolOfClient(input, context).pool.endSession(readText(input, 'Token'));
  return {};
};

export const deleteUser: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  pool.remove(user);
  return {};
};

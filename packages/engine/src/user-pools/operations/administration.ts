/** What scripts and tests set up users with. Amazon Cognito user pools API reference, operations named Admin*. */
import { randomBytes } from 'node:crypto';
import { readAttributes, readFlag, readNames, readOptionalText, readText } from '../call-input.ts';
import type { CallInput } from '../call-input.ts';
import type { User } from '../user.ts';
import type { UserPool } from '../user-pool.ts';
import { invalidParameter, UserPoolFault } from '../user-pool-fault.ts';
import { withoutCode } from '../verification-code.ts';
import { addUser } from './add-user.ts';
import { withoutAttributes } from './attributes.ts';
import { describeUser } from './describe-user.ts';
import type { Operation, OperationContext } from './operation-context.ts';
import { poolOfId } from './operation-context.ts';
import { withPassword } from './passwords.ts';
import { cannotBeConfirmed } from './sign-up.ts';

const TEMPORARY_PASSWORD_BYTES = 9;

/** The user has to choose a password at the first sign-in. Cognito would mail the temporary one; here it is printed. */
export const adminCreateUser: Operation = (input, context) => {
  const pool = poolOfId(input, context);
  const given = readOptionalText(input, 'TemporaryPassword');
  const password = given ?? `${randomBytes(TEMPORARY_PASSWORD_BYTES).toString('base64url')}aA1!`;
  const user = addUser(pool, input, { password, status: 'FORCE_CHANGE_PASSWORD' });
  if (given === undefined) {
    const { userPoolId } = pool.model;
    context.deliver(`User pool ${userPoolId}: ${user.username} gets the temporary password ${password}`);
  }
  return { User: describeUser(user, 'Attributes') };
};

export const adminConfirmSignUp: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  if (user.status !== 'UNCONFIRMED') throw cannotBeConfirmed(user);
  pool.save({ ...withoutCode(user, 'sign-up'), status: 'CONFIRMED' });
  return {};
};

export const adminSetUserPassword: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  const status = readFlag(input, 'Permanent') ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  pool.save(withPassword(pool, { ...user, status }, readText(input, 'Password')));
  return {};
};

export const adminDeleteUser: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  pool.remove(user);
  return {};
};

export const adminUserGlobalSignOut: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  pool.endSessionsOf(user);
  return {};
};

export const adminAddUserToGroup: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  const group = readText(input, 'GroupName');
  if (!pool.model.groups.includes(group)) {
    throw new UserPoolFault('ResourceNotFoundException', 'Group not found.');
  }
  pool.save({ ...user, groups: [...new Set([...user.groups, group])] });
  return {};
};

export const adminRemoveUserFromGroup: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  const group = readText(input, 'GroupName');
  pool.save({ ...user, groups: user.groups.filter((name) => name !== group) });
  return {};
};

export const adminListGroupsForUser: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  const { userPoolId } = pool.model;
  return { Groups: user.groups.map((GroupName) => ({ GroupName, UserPoolId: userPoolId })) };
};

export const adminUpdateUserAttributes: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  pool.save({ ...user, attributes: { ...user.attributes, ...readAttributes(input, 'UserAttributes') } });
  return {};
};

export const adminDeleteUserAttributes: Operation = (input, context) => {
  const { pool, user } = readUser(input, context);
  pool.save(withoutAttributes(user, readNames(input, 'UserAttributeNames')));
  return {};
};

export const adminGetUser: Operation = (input, context) =>
  describeUser(readUser(input, context).user, 'UserAttributes');

/** Differs from Cognito: all users in one answer; filters are refused. */
export const listUsers: Operation = (input, context) => {
  if (readOptionalText(input, 'Filter') !== undefined) {
    throw invalidParameter('The local user pools list all users: leave Filter out.');
  }
  const users = poolOfId(input, context).users();
  return { Users: users.map((user) => describeUser(user, 'Attributes')) };
};

function readUser(
  input: CallInput,
  context: OperationContext,
): { readonly pool: UserPool; readonly user: User } {
  const pool = poolOfId(input, context);
  return { pool, user: pool.user(readText(input, 'Username')) };
}

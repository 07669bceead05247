/** What scripts and tests set up users with. Amazon Cognito user pools API reference, operations named Admin*. */
import { readAttributes, readText } from '../call-input.ts';
import { createPasswordVerifier } from '../srp/password-verifier.ts';
import { poolNameOf } from '../user-pool.ts';
import { UserPoolFault } from '../user-pool-fault.ts';
import type { Operation } from './operation-context.ts';
import { poolOfId } from './operation-context.ts';
import { describeUser } from './sign-up.ts';

export const adminSetUserPassword: Operation = (input, context) => {
  const pool = poolOfId(input, context);
  const user = pool.user(readText(input, 'Username'));
  const owner = { poolName: poolNameOf(pool.model), username: user.username };
  pool.save({ ...user, password: createPasswordVerifier(owner, readText(input, 'Password')) });
  return {};
};

export const adminAddUserToGroup: Operation = (input, context) => {
  const pool = poolOfId(input, context);
  const group = readText(input, 'GroupName');
  if (!pool.model.groups.includes(group)) {
    throw new UserPoolFault('ResourceNotFoundException', 'Group not found.');
  }
  const user = pool.user(readText(input, 'Username'));
  pool.save({ ...user, groups: [...new Set([...user.groups, group])] });
  return {};
};

export const adminRemoveUserFromGroup: Operation = (input, context) => {
  const pool = poolOfId(input, context);
  const group = readText(input, 'GroupName');
  const user = pool.user(readText(input, 'Username'));
  pool.save({ ...user, groups: user.groups.filter((name) => name !== group) });
  return {};
};

export const adminUpdateUserAttributes: Operation = (input, context) => {
  const pool = poolOfId(input, context);
  const user = pool.user(readText(input, 'Username'));
  pool.save({ ...user, attributes: { ...user.attributes, ...readAttributes(input, 'UserAttributes') } });
  return {};
};

export const adminGetUser: Operation = (input, context) =>
  describeUser(poolOfId(input, context).user(readText(input, 'Username')), 'UserAttributes');

/** SignUp and AdminCreateUser. Amazon Cognito user pools API reference. */
import { randomUUID } from 'node:crypto';
import { readAttributes, readOptionalText, readText } from '../call-input.ts';
import type { CallInput } from '../call-input.ts';
import { createPasswordVerifier } from '../srp/password-verifier.ts';
import type { User, UserPool } from '../user-pool.ts';
import { poolNameOf } from '../user-pool.ts';
import { UserPoolFault } from '../user-pool-fault.ts';
import type { Operation } from './operation-context.ts';
import { poolOfClient, poolOfId } from './operation-context.ts';

/** Differs from Cognito: no message is sent, the user is confirmed at once; password policies are not enforced. */
export const signUp: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const user = addUser(pool, input, readText(input, 'Password'));
  return { UserConfirmed: true, UserSub: user.sub };
};

export const confirmSignUp: Operation = (input, context) => {
  poolOfClient(input, context).pool.user(readText(input, 'Username'));
  return {};
};

/** Differs from Cognito: the temporary password need not be changed. */
export const adminCreateUser: Operation = (input, context) => {
  const password = readOptionalText(input, 'TemporaryPassword') ?? randomUUID();
  const user = addUser(poolOfId(input, context), input, password);
  return { User: describeUser(user, 'Attributes') };
};

/** `Username` with its attributes, under the name that the operation gives them. */
export function describeUser(user: User, attributesName: string): Readonly<Record<string, unknown>> {
  const attributes = Object.entries({ ...user.attributes, sub: user.sub });
  return {
    Username: user.username,
    [attributesName]: attributes.map(([Name, Value]) => ({ Name, Value })),
    Enabled: true,
    UserStatus: 'CONFIRMED',
  };
}

function addUser(pool: UserPool, input: CallInput, password: string): User {
  const name = readText(input, 'Username');
  if (pool.hasUser(name)) throw new UserPoolFault('UsernameExistsException', 'User already exists');
  const { usernameAttributes } = pool.model;
  const sub = randomUUID();
  const alias = usernameAttributes.find((attribute) => (attribute === 'email') === name.includes('@'));
  const username = usernameAttributes.length > 0 ? sub : name;
  const given = readAttributes(input, 'UserAttributes');
  const attributes = {
    ...(alias === undefined ? {} : { [alias]: name }),
    ...given,
    ...(given['email'] !== undefined || alias === 'email' ? { email_verified: 'true' } : {}),
  };
  const owner = { poolName: poolNameOf(pool.model), username };
  const user = { username, sub, attributes, groups: [], password: createPasswordVerifier(owner, password) };
  pool.save(user);
  return user;
}

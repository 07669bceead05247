import { randomUUID } from 'node:crypto';
import type { CallInput } from '../call-input.ts';
import { readAttributes, readText } from '../call-input.ts';
import { createPasswordVerifier } from '../srp/password-verifier.ts';
import type { User, UserStatus } from '../user.ts';
import type { UserPool } from '../user-pool.ts';
import { poolNameOf } from '../user-pool.ts';
import { UserPoolFault } from '../user-pool-fault.ts';

/**
 * Adds the user of `Username` and `UserAttributes`.
 * Differs from Cognito: password policies are not enforced.
 * @throws UserPoolFault for a name that is taken
 */
export function addUser(
  pool: UserPool,
  input: CallInput,
  { password, status }: { readonly password: string; readonly status: UserStatus },
): User {
  const name = readText(input, 'Username');
  if (pool.hasUser(name)) throw new UserPoolFault('UsernameExistsException', 'User already exists');
  const { usernameAttributes } = pool.model;
  const sub = randomUUID();
  const alias = usernameAttributes.find((attribute) => (attribute === 'email') === name.includes('@'));
  const username = usernameAttributes.length > 0 ? sub : name;
  const given = readAttributes(input, 'UserAttributes');
  const isConfirmed = status === 'CONFIRMED' && (given['email'] !== undefined || alias === 'email');
  const user: User = {
    username,
    sub,
    status,
    attributes: {
      ...(alias === undefined ? {} : { [alias]: name }),
      ...given,
      ...(isConfirmed ? { email_verified: 'true' } : {}),
    },
    groups: [],
    password: createPasswordVerifier({ poolName: poolNameOf(pool.model), username }, password),
    codes: [],
  };
  pool.save(user);
  return user;
}

/** ForgotPassword, ConfirmForgotPassword and ChangePassword. Amazon Cognito user pools API reference. */
import { readText } from '../call-input.ts';
import { createPasswordVerifier, isPassword } from '../srp/password-verifier.ts';
import type { User } from '../user.ts';
import type { UserPool } from '../user-pool.ts';
import { poolNameOf } from '../user-pool.ts';
import { invalidParameter, notAuthorized, wrongPassword } from '../user-pool-fault.ts';
import { checkCode, withoutCode } from '../verification-code.ts';
import type { Operation } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';
import { sendCode, verifiedAttribute } from './send-code.ts';
import { readSignedInUser } from './signed-in-user.ts';

export const forgotPassword: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const user = pool.user(readText(input, 'Username'));
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
  const attribute = verifiedAttribute(user);
  if (attribute === undefined) {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
  return { CodeDeliveryDetails: sendCode(pool, user, { purpose: 'password', attribute, context }) };
};

export const confirmForgotPassword: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const user = pool.user(readText(input, 'Username'));
  const password = readText(input, 'Password');
  checkCode(user, { purpose: 'password', code: readText(input, 'ConfirmationCode') }, context.now());
  pool.save(withPassword(pool, { ...withoutCode(user, 'password'), status: 'CONFIRMED' }, password));
  return {};
};

export const changePassword: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  const owner = { poolName: poolNameOf(pool.model), username: user.username };
  if (!isPassword(owner, readText(input, 'PreviousPassword'), user.password)) throw wrongPassword();
  pool.save(withPassword(pool, user, readText(input, 'ProposedPassword')));
  return {};
};

export function withPassword(pool: UserPool, user: User, password: string): User {
  const owner = { poolName: poolNameOf(pool.model), username: user.username };
  return { ...user, password: createPasswordVerifier(owner, password) };
}

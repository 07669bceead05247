/** SignUp, ConfirmSignUp and ResendConfirmationCode. Amazon Cognito user pools API reference. */
import { readText } from '../call-input.ts';
import type { User } from '../user.ts';
import { invalidParameter, notAuthorized } from '../user-pool-fault.ts';
import { checkCode, withoutCode } from '../verification-code.ts';
import { addUser } from './add-user.ts';
import type { Operation } from './operation-context.ts';
import { poolOfClient } from './operation-context.ts';
import { autoVerifiedAttribute, sendCode, verifiedFlag } from './send-code.ts';

/**
 * A pool that verifies an attribute (`AutoVerifiedAttributes`) waits for the code.
 * Differs from Cognito: any other pool confirms its users at once, where Cognito waits for an administrator.
 */
export const signUp: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const password = readText(input, 'Password');
  const isAutoVerifying = (pool.model.autoVerifiedAttributes ?? []).length > 0;
  const status = isAutoVerifying ? 'UNCONFIRMED' : 'CONFIRMED';
  const user = addUser(pool, input, { password, status });
  const attribute = autoVerifiedAttribute(pool, user);
  const answer = { UserConfirmed: !isAutoVerifying, UserSub: user.sub };
  if (attribute === undefined) return answer;
  return { ...answer, CodeDeliveryDetails: sendCode(pool, user, { purpose: 'sign-up', attribute, context }) };
};

export const confirmSignUp: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const user = pool.user(readText(input, 'Username'));
  if (user.status !== 'UNCONFIRMED') throw cannotBeConfirmed(user);
  checkCode(user, { purpose: 'sign-up', code: readText(input, 'ConfirmationCode') }, context.now());
  const attribute = autoVerifiedAttribute(pool, user);
  const verified = attribute === undefined ? {} : { [verifiedFlag(attribute)]: 'true' };
  pool.save({
    ...withoutCode(user, 'sign-up'),
    status: 'CONFIRMED',
    attributes: { ...user.attributes, ...verified },
  });
  return {};
};

export const resendConfirmationCode: Operation = (input, context) => {
  const { pool } = poolOfClient(input, context);
  const user = pool.user(readText(input, 'Username'));
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  const attribute = autoVerifiedAttribute(pool, user);
  if (attribute === undefined) throw invalidParameter('Auto verification not turned on.');
  return { CodeDeliveryDetails: sendCode(pool, user, { purpose: 'sign-up', attribute, context }) };
};

export function cannotBeConfirmed({ status }: User) {
  return notAuthorized(`User cannot be confirmed. Current status is ${status}`);
}

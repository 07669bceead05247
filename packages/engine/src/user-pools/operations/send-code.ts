/** Codes, which Cognito sends and this engine prints. */
import type { CodePurpose, User } from '../user.ts';
import type { UserPool } from '../user-pool.ts';
import type { CodeDelivery } from '../verification-code.ts';
import { deliveryOf, withCode } from '../verification-code.ts';
import type { OperationContext } from './operation-context.ts';

const SUBJECTS: Readonly<Record<CodePurpose, string>> = {
  'sign-up': 'to confirm the sign-up',
  password: 'to reset the password',
  email: 'to verify the email address',
  phone_number: 'to verify the phone number',
};

/**
 * Keeps a new code for the user and prints it.
 * @param attribute - where Cognito would send it
 */
export function sendCode(
  pool: UserPool,
  user: User,
  { purpose, attribute, context }: SendCodeOptions,
): CodeDelivery {
  const code = context.newCode();
  pool.save(withCode(user, { purpose, code }, context.now()));
  const address = user.attributes[attribute] ?? '';
  context.deliver(
    `User pool ${pool.model.userPoolId}: ${user.username} (${address}) gets the code ${code} ${SUBJECTS[purpose]}.`,
  );
  return deliveryOf(attribute, address);
}

export interface SendCodeOptions {
  readonly purpose: CodePurpose;
  readonly attribute: string;
  readonly context: OperationContext;
}

/** The attribute that the pool verifies at sign-up, if the user has it: the phone number goes before the address. */
export function autoVerifiedAttribute({ model }: UserPool, user: User): string | undefined {
  const verified = model.autoVerifiedAttributes ?? [];
  return ['phone_number', 'email'].find((name) => verified.includes(name) && user.attributes[name]);
}

/** Where a code to reset a password may go: to what is verified. */
export function verifiedAttribute({ attributes }: User): string | undefined {
  return ['phone_number', 'email'].find((name) => attributes[`${name}_verified`] === 'true');
}

/** Names the attribute whose verification a flag tells. */
export function verifiedFlag(attribute: string): string {
  return `${attribute}_verified`;
}

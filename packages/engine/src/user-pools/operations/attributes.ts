/** What users change of their own attributes. Amazon Cognito user pools API reference. */
import { readAttributes, readNames, readText } from '../call-input.ts';
import type { User } from '../user.ts';
import { invalidParameter } from '../user-pool-fault.ts';
import { checkCode, withoutCode } from '../verification-code.ts';
import type { Operation } from './operation-context.ts';
import { sendCode, verifiedFlag } from './send-code.ts';
import { readSignedInUser } from './signed-in-user.ts';

/** A changed address is unverified again; the pool sends a code where it verifies that attribute. */
export const updateUserAttributes: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  const given = readAttributes(input, 'UserAttributes');
  const changed = (['email', 'phone_number'] as const).filter(
    (name) => given[name] !== undefined && given[name] !== user.attributes[name],
  );
  const flags = Object.fromEntries(changed.map((name) => [verifiedFlag(name), 'false']));
  pool.save({ ...user, attributes: { ...user.attributes, ...given, ...flags } });
  const verified = pool.model.autoVerifiedAttributes ?? [];
  const deliveries = changed
    .filter((name) => verified.includes(name))
    .map((name) => sendCode(pool, pool.user(user.username), { purpose: name, attribute: name, context }));
  return { CodeDeliveryDetailsList: deliveries };
};

export const deleteUserAttributes: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  pool.save(withoutAttributes(user, readNames(input, 'UserAttributeNames')));
  return {};
};

export const getUserAttributeVerificationCode: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  const attribute = readVerifiable(readText(input, 'AttributeName'));
  if (user.attributes[attribute] === undefined) {
    throw invalidParameter(`User does not have a value for attribute ${attribute}.`);
  }
  return { CodeDeliveryDetails: sendCode(pool, user, { purpose: attribute, attribute, context }) };
};

export const verifyUserAttribute: Operation = async (input, context) => {
  const { pool, user } = await readSignedInUser(input, context);
  const attribute = readVerifiable(readText(input, 'AttributeName'));
  checkCode(user, { purpose: attribute, code: readText(input, 'Code') }, context.now());
  const attributes = { ...user.attributes, [verifiedFlag(attribute)]: 'true' };
  pool.save({ ...withoutCode(user, attribute), attributes });
  return {};
};

export function withoutAttributes(user: User, names: readonly string[]): User {
  const kept = Object.entries(user.attributes).filter(([name]) => !names.includes(name));
  return { ...user, attributes: Object.fromEntries(kept) };
}

function readVerifiable(name: string): 'email' | 'phone_number' {
  if (name === 'email' || name === 'phone_number') return name;
  throw invalidParameter(`The attribute ${name} can't be verified.`);
}

/** Codes that Cognito sends by mail or text message. Amazon Cognito developer guide, "Signing up and confirming user accounts". */
import type { CodePurpose, User, VerificationCode } from './user.ts';
import { UserPoolFault } from './user-pool-fault.ts';

/** Milliseconds. The guide: codes to confirm accounts and to verify attributes 24 hours, to reset passwords 1 hour. */
const HOUR_MS = 60 * 60 * 1000;
const LIFETIME_MS: Readonly<Record<CodePurpose, number>> = {
  'sign-up': 24 * HOUR_MS,
  password: HOUR_MS,
  email: 24 * HOUR_MS,
  phone_number: 24 * HOUR_MS,
};

/** `CodeDeliveryDetails` of an answer. */
export interface CodeDelivery {
  readonly AttributeName: string;
  readonly DeliveryMedium: 'EMAIL' | 'SMS';
  /** The address with most of it blotted out. */
  readonly Destination: string;
}

/** @param code - six digits @returns the user with this code in place of an earlier one */
export function withCode(user: User, issued: Omit<VerificationCode, 'expiresAtMs'>, nowMs: number): User {
  const expiresAtMs = nowMs + LIFETIME_MS[issued.purpose];
  return { ...user, codes: [...withoutCode(user, issued.purpose).codes, { ...issued, expiresAtMs }] };
}

export function withoutCode(user: User, purpose: CodePurpose): User {
  return { ...user, codes: user.codes.filter((known) => known.purpose !== purpose) };
}

/** @throws UserPoolFault for a code that is not the one that was sent, or came too late */
export function checkCode(
  user: User,
  { purpose, code }: { readonly purpose: CodePurpose; readonly code: string },
  nowMs: number,
): void {
  const sent = user.codes.find((known) => known.purpose === purpose);
  if (sent === undefined || sent.expiresAtMs <= nowMs) {
    throw new UserPoolFault('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  if (sent.code !== code) {
    throw new UserPoolFault('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
}

/** @param attribute - `email` or `phone_number`, which the user has */
export function deliveryOf(attribute: string, address: string): CodeDelivery {
  if (attribute === 'phone_number') {
    const Destination = `+${'*'.repeat(7)}${address.slice(-4)}`;
    return { AttributeName: attribute, DeliveryMedium: 'SMS', Destination };
  }
  const [name = '', domain = ''] = address.split('@');
  const Destination = `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
  return { AttributeName: attribute, DeliveryMedium: 'EMAIL', Destination };
}

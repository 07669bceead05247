/** What a user pool knows of its users. */
import type { PasswordVerifier } from './srp/password-verifier.ts';

/** Cognito API reference, "UserType", "UserStatus": those that can come about here. */
export const USER_STATUSES = ['CONFIRMED', 'UNCONFIRMED', 'FORCE_CHANGE_PASSWORD'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** What a code was sent for; the two attributes: to verify them. */
export const CODE_PURPOSES = ['sign-up', 'password', 'email', 'phone_number'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

export interface VerificationCode {
  readonly purpose: CodePurpose;
  /** Six digits. */
  readonly code: string;
  readonly expiresAtMs: number;
}

export interface User {
  readonly username: string;
  readonly sub: string;
  readonly status: UserStatus;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly password: PasswordVerifier;
  /** At most one for each purpose. */
  readonly codes: readonly VerificationCode[];
}

/** A sign-in that a refresh token renews. */
export interface RefreshSession {
  readonly username: string;
  readonly clientId: string;
  readonly authenticatedAtEpochSeconds: number;
  readonly originId: string;
}

/** What outlives the process when the engine keeps data. */
export interface PoolContents {
  /** By username. */
  readonly users: Map<string, User>;
  /** By the digest of the refresh token: who reads the file can't sign in with it. */
  readonly sessions: Map<string, RefreshSession>;
}

/** A service with one user pool, the clock and the mail of which a test holds. */
import { expect } from 'vitest';
import type { UserPoolModel } from '../../model/app-model.ts';
import type { UserPoolService, UserPoolStorage } from '../index.ts';
import { createUserPoolService, NO_STORAGE } from '../index.ts';

const POOL: UserPoolModel = {
  userPoolId: 'us-east-1_local',
  region: 'us-east-1',
  clients: [
    {
      clientId: 'app',
      authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    { clientId: 'srp-only', authFlows: ['ALLOW_USER_SRP_AUTH'] },
  ],
  groups: ['Admins'],
  usernameAttributes: [],
  autoVerifiedAttributes: ['email'],
};
export const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_local';

/** As calls name it. */
export const UserPoolId = POOL.userPoolId;

export const HOUR_MS = 3_600_000;

export type Output = Readonly<Record<string, unknown>>;

export interface TestPool {
  readonly call: UserPoolService['call'];
  readonly keySet: UserPoolService['keySet'];
  /** What users were sent, the latest last. */
  readonly delivered: readonly string[];
  /** The code of the latest message. */
  lastCode(): string;
  passTime(ms: number): void;
  signUp(username?: string, password?: string): Promise<Output>;
  confirm(code: string, username?: string): Promise<Output>;
  /** By password. */
  signIn(password: string, username?: string): Promise<Output>;
  attributesOf(username?: string): Promise<Readonly<Record<string, string>>>;
}

export function startTestPool(
  storage: UserPoolStorage = NO_STORAGE,
  changes: Partial<UserPoolModel> = {},
): TestPool {
  let nowMs = Date.UTC(2026, 10, 21);
  const delivered: string[] = [];
  const { call, keySet } = createUserPoolService({
    models: () => [{ ...POOL, ...changes }],
    storage,
    now: () => nowMs,
    deliver: (text) => void delivered.push(text),
  });
  return {
    call,
    keySet,
    delivered,
    lastCode: () => /\d{6}/.exec(delivered.at(-1) ?? '')?.[0] ?? '',
    passTime: (ms) => {
      nowMs += ms;
    },
    signUp: (Username = 'ann', Password = 'first') =>
      call('SignUp', {
        ClientId: 'app',
        Username,
        Password,
        UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      }),
    confirm: (ConfirmationCode, Username = 'ann') =>
      call('ConfirmSignUp', { ClientId: 'app', Username, ConfirmationCode }),
    signIn: (PASSWORD, USERNAME = 'ann') =>
      call('InitiateAuth', {
        ClientId: 'app',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD },
      }),
    attributesOf: async (Username = 'ann') => {
      const { UserAttributes } = await call('AdminGetUser', { UserPoolId, Username });
      const list = UserAttributes as { Name: string; Value: string }[];
      return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
    },
  };
}

/** The tokens of a finished sign-in. */
export async function tokensOf(answer: Promise<Output>): Promise<Record<string, string>> {
  return (await answer)['AuthenticationResult'] as Record<string, string>;
}

/** Matches the fault of a refused call. */
export function fault(errorType: string, message?: string): unknown {
  return expect.objectContaining({ errorType, ...(message === undefined ? {} : { message }) });
}

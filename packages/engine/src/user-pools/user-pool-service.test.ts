import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserPoolModel } from '../model/app-model.ts';
import type { UserPoolService, UserPoolStorage } from './index.ts';
import { createUserPoolService, NO_STORAGE, openUserPoolStorage } from './index.ts';

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
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_local';
const UserPoolId = POOL.userPoolId;
const HOUR_MS = 3_600_000;

type Output = Readonly<Record<string, unknown>>;

let nowMs = 0;
let delivered: string[] = [];
beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 21);
  delivered = [];
});

function start(storage: UserPoolStorage = NO_STORAGE, model: UserPoolModel = POOL): UserPoolService {
  return createUserPoolService({
    models: () => [model],
    storage,
    now: () => nowMs,
    deliver: (text) => void delivered.push(text),
  });
}

const lastCode = (): string => /\d{6}/.exec(delivered.at(-1) ?? '')?.[0] ?? '';

const signUp = (pools: UserPoolService, Username = 'ann', Password = 'first') =>
  pools.call('SignUp', {
    ClientId: 'app',
    Username,
    Password,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
  });

const confirm = (pools: UserPoolService, ConfirmationCode: string, Username = 'ann') =>
  pools.call('ConfirmSignUp', { ClientId: 'app', Username, ConfirmationCode });

const signIn = (pools: UserPoolService, PASSWORD: string, USERNAME = 'ann') =>
  pools.call('InitiateAuth', {
    ClientId: 'app',
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
  });

async function tokensOf(answer: Promise<Output>): Promise<Record<string, string>> {
  return (await answer)['AuthenticationResult'] as Record<string, string>;
}

const attributesOf = async (pools: UserPoolService, Username = 'ann') => {
  const { UserAttributes } = await pools.call('AdminGetUser', { UserPoolId, Username });
  const list = UserAttributes as { Name: string; Value: string }[];
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
};

const fault = (errorType: string, message?: string): unknown =>
  expect.objectContaining({ errorType, ...(message === undefined ? {} : { message }) });

describe('sign-up', () => {
  it('waits for the code that the pool sends', async () => {
    const pools = start();
    expect(await signUp(pools)).toEqual({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[\da-f-]{36}$/),
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    expect(delivered).toEqual([
      expect.stringMatching(
        /^User pool us-east-1_local: ann \(ann@example\.com\) gets the code \d{6} to confirm the sign-up\.$/,
      ),
    ]);
    await expect(signIn(pools, 'first')).rejects.toEqual(
      fault('UserNotConfirmedException', 'User is not confirmed.'),
    );
    await expect(signIn(pools, 'wrong')).rejects.toEqual(fault('NotAuthorizedException'));
    await expect(confirm(pools, 'no code')).rejects.toEqual(
      fault('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
    await confirm(pools, lastCode());
    expect(await attributesOf(pools)).toMatchObject({ email_verified: 'true' });
    expect(await tokensOf(signIn(pools, 'first'))).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
    await expect(confirm(pools, lastCode())).rejects.toEqual(
      fault('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
    );
  });

  it('sends another code, and forgets one that is a day old', async () => {
    const pools = start();
    await signUp(pools);
    nowMs += 24 * HOUR_MS;
    await expect(confirm(pools, lastCode())).rejects.toEqual(fault('ExpiredCodeException'));
    await pools.call('ResendConfirmationCode', { ClientId: 'app', Username: 'ann' });
    expect(delivered).toHaveLength(2);
    await confirm(pools, lastCode());
    await expect(pools.call('ResendConfirmationCode', { ClientId: 'app', Username: 'ann' })).rejects.toEqual(
      fault('InvalidParameterException', 'User is already confirmed.'),
    );
  });

  it('is complete at once where the pool verifies nothing', async () => {
    const pools = start(NO_STORAGE, { ...POOL, autoVerifiedAttributes: [] });
    expect(await signUp(pools)).toMatchObject({ UserConfirmed: true });
    await expect(signUp(pools)).rejects.toEqual(fault('UsernameExistsException', 'User already exists'));
    expect(await tokensOf(signIn(pools, 'first'))).toHaveProperty('AccessToken');
    expect(delivered).toEqual([]);
  });
});

describe('passwords and attributes', () => {
  let pools: UserPoolService;
  let AccessToken = '';
  beforeEach(async () => {
    pools = start();
    await signUp(pools);
    await confirm(pools, lastCode());
    AccessToken = (await tokensOf(signIn(pools, 'first')))['AccessToken'] ?? '';
  });

  it('changes a password for who knows the old one', async () => {
    const change = (PreviousPassword: string) =>
      pools.call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword: 'second' });
    await expect(change('wrong')).rejects.toEqual(fault('NotAuthorizedException'));
    await change('first');
    await expect(signIn(pools, 'first')).rejects.toEqual(fault('NotAuthorizedException'));
    expect(await tokensOf(signIn(pools, 'second'))).toHaveProperty('AccessToken');
  });

  it('resets a password by a code, which is good for an hour', async () => {
    const ask = () => pools.call('ForgotPassword', { ClientId: 'app', Username: 'ann' });
    const reset = (ConfirmationCode: string) =>
      pools.call('ConfirmForgotPassword', {
        ClientId: 'app',
        Username: 'ann',
        ConfirmationCode,
        Password: 'third',
      });
    expect(await ask()).toEqual({
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    nowMs += HOUR_MS;
    await expect(reset(lastCode())).rejects.toEqual(fault('ExpiredCodeException'));
    await ask();
    await reset(lastCode());
    expect(await tokensOf(signIn(pools, 'third'))).toHaveProperty('AccessToken');
    await pools.call('AdminUpdateUserAttributes', {
      UserPoolId,
      Username: 'ann',
      UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
    });
    await expect(ask()).rejects.toEqual(fault('InvalidParameterException'));
  });

  it('verifies an address again after it changed', async () => {
    const UserAttributes = [
      { Name: 'email', Value: 'a@example.org' },
      { Name: 'locale', Value: 'de' },
    ];
    expect(await pools.call('UpdateUserAttributes', { AccessToken, UserAttributes })).toMatchObject({
      CodeDeliveryDetailsList: [{ AttributeName: 'email' }],
    });
    expect(await attributesOf(pools)).toMatchObject({ email: 'a@example.org', email_verified: 'false' });
    const verify = (Code: string) =>
      pools.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
    await expect(verify('no code')).rejects.toEqual(fault('CodeMismatchException'));
    await pools.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
    await verify(lastCode());
    await pools.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['locale'] });
    const attributes = await attributesOf(pools);
    expect(attributes).toMatchObject({ email_verified: 'true' });
    expect(attributes).not.toHaveProperty('locale');
  });

  it('ends sessions and users', async () => {
    const renew = (REFRESH_TOKEN: string) =>
      tokensOf(
        pools.call('InitiateAuth', {
          ClientId: 'app',
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN },
        }),
      );
    const { RefreshToken = '' } = await tokensOf(signIn(pools, 'first'));
    expect(await renew(RefreshToken)).toHaveProperty('IdToken');
    nowMs += 30 * 24 * HOUR_MS;
    await expect(renew(RefreshToken)).rejects.toEqual(
      fault('NotAuthorizedException', 'Refresh Token has expired'),
    );
    await expect(pools.call('GetUser', { AccessToken })).rejects.toEqual(
      fault('NotAuthorizedException', 'Access Token has expired'),
    );
    const fresh = await tokensOf(signIn(pools, 'first'));
    await pools.call('DeleteUser', { AccessToken: fresh['AccessToken'] });
    await expect(renew(fresh['RefreshToken'] ?? '')).rejects.toEqual(fault('NotAuthorizedException'));
    await expect(signIn(pools, 'first')).rejects.toEqual(fault('UserNotFoundException'));
  });
});

describe('administration', () => {
  it('creates users who choose a password at the first sign-in', async () => {
    const pools = start();
    const { User } = await pools.call('AdminCreateUser', { UserPoolId, Username: 'bob' });
    expect(User).toMatchObject({ Username: 'bob', UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const temporary = delivered[0]?.split(' ').at(-1) ?? '';
    const challenge = await signIn(pools, temporary, 'bob');
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    const choose = () =>
      pools.call('RespondToAuthChallenge', {
        ClientId: 'app',
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenge['Session'],
        ChallengeResponses: { USERNAME: 'bob', NEW_PASSWORD: 'own' },
      });
    expect(await tokensOf(choose())).toHaveProperty('AccessToken');
    await expect(choose()).rejects.toEqual(fault('NotAuthorizedException', 'Invalid session for the user.'));
    expect(await tokensOf(signIn(pools, 'own', 'bob'))).toHaveProperty('AccessToken');
  });

  it('sets passwords, groups and states', async () => {
    const pools = start();
    const Username = 'ann';
    await signUp(pools);
    await pools.call('AdminConfirmSignUp', { UserPoolId, Username });
    await pools.call('AdminSetUserPassword', { UserPoolId, Username, Password: 'set', Permanent: true });
    await pools.call('AdminAddUserToGroup', { UserPoolId, Username, GroupName: 'Admins' });
    expect(await pools.call('AdminListGroupsForUser', { UserPoolId, Username })).toEqual({
      Groups: [{ GroupName: 'Admins', UserPoolId }],
    });
    const { IdToken = '' } = await tokensOf(
      pools.call('AdminInitiateAuth', {
        UserPoolId,
        ClientId: 'app',
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: 'set' },
      }),
    );
    expect(JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      'cognito:groups': ['Admins'],
      aud: 'app',
      iss: ISSUER,
    });
    expect(await pools.call('ListUsers', { UserPoolId })).toMatchObject({
      Users: [{ Username: 'ann', UserStatus: 'CONFIRMED' }],
    });
    await pools.call('AdminDeleteUser', { UserPoolId, Username });
    await expect(pools.call('AdminGetUser', { UserPoolId, Username })).rejects.toEqual(
      fault('UserNotFoundException', 'User does not exist.'),
    );
  });

  it.each<[string, Output, string]>([
    ['AssociateSoftwareToken', {}, 'NotImplementedException'],
    ['', {}, 'NotImplementedException'],
    ['SignUp', { ClientId: 'nobody' }, 'ResourceNotFoundException'],
    ['SignUp', { ClientId: 'app' }, 'InvalidParameterException'],
    ['GetUser', { AccessToken: 'a.b.c' }, 'NotAuthorizedException'],
    ['InitiateAuth', { ClientId: 'srp-only', AuthFlow: 'USER_PASSWORD_AUTH' }, 'InvalidParameterException'],
    ['InitiateAuth', { ClientId: 'app', AuthFlow: 'ADMIN_NO_SRP_AUTH' }, 'InvalidParameterException'],
    ['ListUsers', { UserPoolId, Filter: 'name = "a"' }, 'InvalidParameterException'],
    ['AdminGetUser', { UserPoolId: 'us-east-1_other', Username: 'ann' }, 'ResourceNotFoundException'],
  ])('refuses %s %j with %s', async (operation, input, errorType) => {
    await expect(start().call(operation, input)).rejects.toEqual(fault(errorType));
  });
});

describe('a pool that is kept', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tributary-user-pools-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('has its users, codes, groups, sessions and keys after a restart', async () => {
    const before = start(await openUserPoolStorage(directory));
    await signUp(before);
    await confirm(before, lastCode());
    await before.call('AdminAddUserToGroup', { UserPoolId, Username: 'ann', GroupName: 'Admins' });
    const { AccessToken, RefreshToken } = await tokensOf(signIn(before, 'first'));
    await signUp(before, 'zoe');
    const keys = await before.keySet(ISSUER);

    const after = start(await openUserPoolStorage(directory));
    expect(await after.keySet(ISSUER)).toEqual(keys);
    expect(await after.call('GetUser', { AccessToken })).toMatchObject({ Username: 'ann' });
    expect(await tokensOf(signIn(after, 'first'))).toHaveProperty('AccessToken');
    const renewed = after.call('GetTokensFromRefreshToken', { ClientId: 'app', RefreshToken });
    expect(await tokensOf(renewed)).toHaveProperty('AccessToken');
    expect(await after.call('AdminListGroupsForUser', { UserPoolId, Username: 'ann' })).toMatchObject({
      Groups: [{ GroupName: 'Admins' }],
    });
    await expect(signIn(after, 'first', 'zoe')).rejects.toEqual(fault('UserNotConfirmedException'));
    await confirm(after, lastCode(), 'zoe');
  });

  it('has neither passwords nor refresh tokens in its files, which nobody else can read', async () => {
    const pools = start(await openUserPoolStorage(directory));
    await signUp(pools, 'ann', 'correct horse');
    await confirm(pools, lastCode());
    const { RefreshToken = '' } = await tokensOf(signIn(pools, 'correct horse'));
    const files = readdirSync(directory);
    expect(files.toSorted()).toEqual(['signing-key.pem', 'us-east-1_local.json']);
    for (const file of files) {
      const text = readFileSync(join(directory, file), 'utf8');
      expect(text).not.toContain('correct horse');
      expect(text).not.toContain(RefreshToken);
      expect(statSync(join(directory, file)).mode & 0o077).toBe(0);
    }
  });

  it('keeps every one of many sign-ups at the same time', async () => {
    const pools = start(await openUserPoolStorage(directory));
    const names = Array.from({ length: 12 }, (_, index) => `user-${index}`);
    await Promise.all(names.map((name) => signUp(pools, name)));
    const { Users } = await start(await openUserPoolStorage(directory)).call('ListUsers', { UserPoolId });
    expect((Users as { Username: string }[]).map(({ Username }) => Username).toSorted()).toEqual(
      names.toSorted(),
    );
  });

  it.each([
    ['{ "form": 9 }', /us-east-1_local\.json is not a user pool: its form is not 1/],
    ['{ "form": 1, "users": [{}] }', /username is missing/],
    ['{', /is not a user pool/],
  ])('refuses the file %s', async (text, message) => {
    writeFileSync(join(directory, 'us-east-1_local.json'), text);
    await expect(openUserPoolStorage(directory)).rejects.toThrow(message);
  });
});

import { describe, expect, it } from 'vitest';
import { fault, ISSUER, startTestPool, tokensOf, UserPoolId } from '../testing/start-test-pool.ts';
import type { Output } from '../testing/start-test-pool.ts';

describe('administration', () => {
  it('creates users who choose a password at the first sign-in', async () => {
    const pool = startTestPool();
    const { User } = await pool.call('AdminCreateUser', { UserPoolId, Username: 'bob' });
    expect(User).toMatchObject({ Username: 'bob', UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const temporary = pool.delivered[0]?.split(' ').at(-1) ?? '';
    const challenge = await pool.signIn(temporary, 'bob');
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    const choose = () =>
      pool.call('RespondToAuthChallenge', {
        ClientId: 'app',
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenge['Session'],
        ChallengeResponses: { USERNAME: 'bob', NEW_PASSWORD: 'own' },
      });
    expect(await tokensOf(choose())).toHaveProperty('AccessToken');
    await expect(choose()).rejects.toEqual(fault('NotAuthorizedException', 'Invalid session for the user.'));
    expect(await tokensOf(pool.signIn('own', 'bob'))).toHaveProperty('AccessToken');
  });

  it('sets passwords, groups and states', async () => {
    const pool = startTestPool();
    const Username = 'ann';
    await pool.signUp();
    await pool.call('AdminConfirmSignUp', { UserPoolId, Username });
    await pool.call('AdminSetUserPassword', { UserPoolId, Username, Password: 'set', Permanent: true });
    await pool.call('AdminAddUserToGroup', { UserPoolId, Username, GroupName: 'Admins' });
    expect(await pool.call('AdminListGroupsForUser', { UserPoolId, Username })).toEqual({
      Groups: [{ GroupName: 'Admins', UserPoolId }],
    });
    const { IdToken = '' } = await tokensOf(
      pool.call('AdminInitiateAuth', {
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
    expect(await pool.call('ListUsers', { UserPoolId })).toMatchObject({
      Users: [{ Username: 'ann', UserStatus: 'CONFIRMED' }],
    });
    await pool.call('AdminDeleteUser', { UserPoolId, Username });
    await expect(pool.call('AdminGetUser', { UserPoolId, Username })).rejects.toEqual(
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
    await expect(startTestPool().call(operation, input)).rejects.toEqual(fault(errorType));
  });
});

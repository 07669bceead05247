import { beforeEach, describe, expect, it } from 'vitest';
import { NO_STORAGE } from '../index.ts';
import { fault, HOUR_MS, startTestPool, tokensOf, UserPoolId } from '../testing/start-test-pool.ts';
import type { TestPool } from '../testing/start-test-pool.ts';

describe('sign-up', () => {
  it('waits for the code that the pool sends', async () => {
    const pool = startTestPool();
    expect(await pool.signUp()).toEqual({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[\da-f-]{36}$/),
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    expect(pool.delivered).toEqual([
      expect.stringMatching(
        /^User pool us-east-1_local: ann \(ann@example\.com\) gets the code \d{6} to confirm the sign-up\.$/,
      ),
    ]);
    await expect(pool.signIn('first')).rejects.toEqual(
      fault('UserNotConfirmedException', 'User is not confirmed.'),
    );
    await expect(pool.signIn('wrong')).rejects.toEqual(fault('NotAuthorizedException'));
    await expect(pool.confirm('no code')).rejects.toEqual(
      fault('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
    await pool.confirm(pool.lastCode());
    expect(await pool.attributesOf()).toMatchObject({ email_verified: 'true' });
    expect(await tokensOf(pool.signIn('first'))).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
    await expect(pool.confirm(pool.lastCode())).rejects.toEqual(
      fault('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
    );
  });

  it('sends another code, and forgets one that is a day old', async () => {
    const pool = startTestPool();
    await pool.signUp();
    pool.passTime(24 * HOUR_MS);
    await expect(pool.confirm(pool.lastCode())).rejects.toEqual(fault('ExpiredCodeException'));
    await pool.call('ResendConfirmationCode', { ClientId: 'app', Username: 'ann' });
    expect(pool.delivered).toHaveLength(2);
    await pool.confirm(pool.lastCode());
    await expect(pool.call('ResendConfirmationCode', { ClientId: 'app', Username: 'ann' })).rejects.toEqual(
      fault('InvalidParameterException', 'User is already confirmed.'),
    );
  });

  it('is complete at once where the pool verifies nothing', async () => {
    const pool = startTestPool(NO_STORAGE, { autoVerifiedAttributes: [] });
    expect(await pool.signUp()).toMatchObject({ UserConfirmed: true });
    await expect(pool.signUp()).rejects.toEqual(fault('UsernameExistsException', 'User already exists'));
    expect(await tokensOf(pool.signIn('first'))).toHaveProperty('AccessToken');
    expect(pool.delivered).toEqual([]);
  });
});

describe('passwords and attributes', () => {
  let pool: TestPool;
  let AccessToken = '';
  beforeEach(async () => {
    pool = startTestPool();
    await pool.signUp();
    await pool.confirm(pool.lastCode());
    AccessToken = (await tokensOf(pool.signIn('first')))['AccessToken'] ?? '';
  });

  it('changes a password for who knows the old one', async () => {
    const change = (PreviousPassword: string) =>
      pool.call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword: 'second' });
    await expect(change('wrong')).rejects.toEqual(fault('NotAuthorizedException'));
    await change('first');
    await expect(pool.signIn('first')).rejects.toEqual(fault('NotAuthorizedException'));
    expect(await tokensOf(pool.signIn('second'))).toHaveProperty('AccessToken');
  });

  it('resets a password by a code, which is good for an hour', async () => {
    const ask = () => pool.call('ForgotPassword', { ClientId: 'app', Username: 'ann' });
    const reset = (ConfirmationCode: string) =>
      pool.call('ConfirmForgotPassword', {
        ClientId: 'app',
        Username: 'ann',
        ConfirmationCode,
        Password: 'third',
      });
    expect(await ask()).toEqual({
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    pool.passTime(HOUR_MS);
    await expect(reset(pool.lastCode())).rejects.toEqual(fault('ExpiredCodeException'));
    await ask();
    await reset(pool.lastCode());
    expect(await tokensOf(pool.signIn('third'))).toHaveProperty('AccessToken');
    await pool.call('AdminUpdateUserAttributes', {
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
    expect(await pool.call('UpdateUserAttributes', { AccessToken, UserAttributes })).toMatchObject({
      CodeDeliveryDetailsList: [{ AttributeName: 'email' }],
    });
    expect(await pool.attributesOf()).toMatchObject({ email: 'a@example.org', email_verified: 'false' });
    const verify = (Code: string) =>
      pool.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
    await expect(verify('no code')).rejects.toEqual(fault('CodeMismatchException'));
    await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
    await verify(pool.lastCode());
    await pool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['locale'] });
    const attributes = await pool.attributesOf();
    expect(attributes).toMatchObject({ email_verified: 'true' });
    expect(attributes).not.toHaveProperty('locale');
  });

  it('ends sessions and users', async () => {
    const renew = (REFRESH_TOKEN: string) =>
      tokensOf(
        pool.call('InitiateAuth', {
          ClientId: 'app',
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN },
        }),
      );
    const { RefreshToken = '' } = await tokensOf(pool.signIn('first'));
    expect(await renew(RefreshToken)).toHaveProperty('IdToken');
    pool.passTime(30 * 24 * HOUR_MS);
    await expect(renew(RefreshToken)).rejects.toEqual(
      fault('NotAuthorizedException', 'Refresh Token has expired'),
    );
    await expect(pool.call('GetUser', { AccessToken })).rejects.toEqual(
      fault('NotAuthorizedException', 'Access Token has expired'),
    );
    const fresh = await tokensOf(pool.signIn('first'));
    await pool.call('DeleteUser', { AccessToken: fresh['AccessToken'] });
    await expect(renew(fresh['RefreshToken'] ?? '')).rejects.toEqual(fault('NotAuthorizedException'));
    await expect(pool.signIn('first')).rejects.toEqual(fault('UserNotFoundException'));
  });
});

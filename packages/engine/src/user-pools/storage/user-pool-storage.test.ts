import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUserPoolStorage } from '../index.ts';
import { fault, ISSUER, startTestPool, tokensOf, UserPoolId } from '../testing/start-test-pool.ts';

describe('a pool that is kept', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tributary-user-pool-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('has its users, codes, groups, sessions and keys after a restart', async () => {
    const before = startTestPool(await openUserPoolStorage(directory));
    await before.signUp();
    await before.confirm(before.lastCode());
    await before.call('AdminAddUserToGroup', { UserPoolId, Username: 'ann', GroupName: 'Admins' });
    const { AccessToken, RefreshToken } = await tokensOf(before.signIn('first'));
    await before.signUp('zoe');
    const keys = await before.keySet(ISSUER);

    const after = startTestPool(await openUserPoolStorage(directory));
    expect(await after.keySet(ISSUER)).toEqual(keys);
    expect(await after.call('GetUser', { AccessToken })).toMatchObject({ Username: 'ann' });
    expect(await tokensOf(after.signIn('first'))).toHaveProperty('AccessToken');
    const renewed = after.call('GetTokensFromRefreshToken', { ClientId: 'app', RefreshToken });
    expect(await tokensOf(renewed)).toHaveProperty('AccessToken');
    expect(await after.call('AdminListGroupsForUser', { UserPoolId, Username: 'ann' })).toMatchObject({
      Groups: [{ GroupName: 'Admins' }],
    });
    await expect(after.signIn('first', 'zoe')).rejects.toEqual(fault('UserNotConfirmedException'));
    await after.confirm(before.lastCode(), 'zoe');
  });

  it('has neither passwords nor refresh tokens in its files, which nobody else can read', async () => {
    const pool = startTestPool(await openUserPoolStorage(directory));
    await pool.signUp('ann', 'correct horse');
    await pool.confirm(pool.lastCode());
    const { RefreshToken = '' } = await tokensOf(pool.signIn('correct horse'));
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
    const pool = startTestPool(await openUserPoolStorage(directory));
    const names = Array.from({ length: 12 }, (_, index) => `user-${index}`);
    await Promise.all(names.map((name) => pool.signUp(name)));
    const { Users } = await startTestPool(await openUserPoolStorage(directory)).call('ListUsers', {
      UserPoolId,
    });
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

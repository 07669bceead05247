/** The console's query page as each kind of caller that an API has. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AllModesEngine,
  startAllModesEngine,
} from '../../packages/engine/test/authorization/start-all-modes-engine.ts';
import { launchBrowser } from '../support/browser.ts';

let running: AllModesEngine;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  running = await startAllModesEngine();
  await running.accessToken('ann', ['Admins']);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${running.engine.url}/_tributary/`);
});
afterAll(async () => {
  await browser.close();
  await running.engine.stop();
  await running.provider.stop();
});

/** @returns what the page shows of the answer to `{ identity }`, or of another query */
async function run(query = '{ identity }'): Promise<unknown> {
  await page.locator('#query-text').fill(query);
  const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.getByRole('button', { name: 'Run' }).click();
  const answer: unknown = await (await answered).json();
  const shown = page.locator('#answer');
  await expect.poll(async () => JSON.parse(await shown.innerText()) as unknown).toEqual(answer);
  const { data, errors } = answer as { data: { identity?: string }; errors?: readonly object[] };
  if (errors !== undefined) return errors;
  return typeof data.identity === 'string' ? JSON.parse(data.identity) : data;
}

const choose = (mode: string) => page.locator('#query-mode').selectOption({ label: mode });

describe('the query page', () => {
  it('offers the modes of the API', async () => {
    await page.locator('nav [data-tab="query"]').click();
    await page.locator('#query-mode option').first().waitFor({ state: 'attached' });
    expect(await page.locator('#query-mode option').allInnerTexts()).toEqual([
      'API key',
      'IAM',
      'User pool',
      'OpenID Connect',
      'Lambda authorizer',
    ]);
  });

  it('asks with the local API key, or another one', async () => {
    await choose('API key');
    expect(await run('{ byKey }')).toEqual({ byKey: 'key' });
    await page.locator('#query-token').fill('da2-wrong');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.locator('#answer').filter({ hasText: 'UnauthorizedException' }).waitFor();
  });

  it('signs as the developer', async () => {
    await choose('IAM');
    await page.locator('#query-who').selectOption({ label: 'developer allowed everything' });
    expect(await page.locator('#query-token').isVisible()).toBe(false);
    expect(await run()).toMatchObject({
      username: 'local',
      userArn: expect.stringMatching(/user\/local$/) as string,
    });
  });

  it('is a user of the user pool, by name or by token', async () => {
    await choose('User pool');
    await page.locator('#query-who').selectOption({ label: 'ann (Admins)' });
    expect(await run()).toMatchObject({ username: 'ann', groups: ['Admins'], claims: { token_use: 'id' } });
    expect(await run('{ byAdmins }')).toEqual({ byAdmins: 'admins' });
    await page.locator('#query-who').selectOption({ label: 'a token:' });
    await page.locator('#query-token').fill(await running.accessToken('bob'));
    expect(await run()).toMatchObject({ username: 'bob', groups: null, claims: { token_use: 'access' } });
  });

  it('sends tokens of OpenID Connect and for the Lambda authorizer', async () => {
    await choose('OpenID Connect');
    await page.locator('#query-token').fill(running.provider.token());
    expect(await run()).toMatchObject({ sub: 'somebody' });
    await choose('Lambda authorizer');
    await page.locator('#query-token').fill('let-me-in');
    expect(await run()).toHaveProperty('resolverContext');
    await choose('API key');
    expect(await page.locator('#query-token').inputValue()).toBe('da2-wrong');
    await choose('Lambda authorizer');
    expect(await page.locator('#query-token').inputValue()).toBe('let-me-in');
  });

  it.each([
    ['a desktop', { width: 1280, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ])('keeps every control within %s', async (_what, viewport) => {
    await page.setViewportSize(viewport);
    for (const mode of ['IAM', 'User pool', 'Lambda authorizer']) {
      await choose(mode);
      // In one step of the page: what is shown follows the choice a moment later.
      const rights = await page.evaluate(
        "[...document.querySelectorAll('.caller :is(select, input)')].map((node) => node.getBoundingClientRect().right)",
      );
      expect(Math.max(...(rights as number[]))).toBeLessThanOrEqual(viewport.width);
    }
  });

  it('answers nobody but its own pages, and only for whom it knows', async () => {
    const call = (headers: Record<string, string>, body: object) =>
      fetch(`${running.engine.url}/_tributary/caller`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
    const ann = { userPoolId: running.pool.userPoolId, username: 'ann' };
    expect((await call({ origin: 'https://elsewhere.example' }, ann)).status).toBe(403);
    expect(Object.keys((await (await call({}, ann)).json()) as object)).toEqual(['authorization']);
    await running.cognito('AdminCreateUser', { UserPoolId: ann.userPoolId, Username: 'new' });
    const wrong = [
      { ...ann, username: 'zoe' },
      { ...ann, username: 'new' },
      { accessKeyId: 'AKIA', body: '' },
    ];
    for (const body of [{}, ...wrong]) {
      expect((await call({}, body)).status).toBe(400);
    }
  });
});

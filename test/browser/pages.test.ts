import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const POLL_OPTION = '[data-testid^="vote-option-"]';

let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** A window of its own: no storage or socket is shared with another. */
async function openWindow(path: string, viewport = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  await page.goto(`${inject('applicationUrl')}${path}`);
  return page;
}

async function isLive(page: Page): Promise<void> {
  await page.getByTestId('live-badge').filter({ hasText: /live/i }).waitFor();
}

/** Nothing sticks out to the right of the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe('the pages in Chromium, on the published Amplify client', () => {
  it('an order placed in one window appears in another', async () => {
    const [dashboard, store] = await Promise.all([openWindow('/'), openWindow('/store')]);
    await dashboard.getByTestId('order-row').first().waitFor();
    await isLive(dashboard);
    await store.getByTestId('add-to-cart').first().click();
    await store.getByTestId('place-order').click();
    const placed = store.getByTestId('order-placed');
    await placed.waitFor();
    const id = await placed.getAttribute('data-order-id');
    expect(id).toMatch(/^o-/);
    const row = dashboard.locator(`[data-testid="order-row"][data-order-id="${id}"]`);
    await row.waitFor();
    expect(await dashboard.getByTestId('order-row').first().getAttribute('data-order-id')).toBe(id);
    await Promise.all([dashboard.context().close(), store.context().close()]);
  });

  it('a tap on a phone moves the chart in every window', async () => {
    const [phone, wall] = await Promise.all([openWindow('/vote', PHONE), openWindow('/vote')]);
    await Promise.all([isLive(phone), isLive(wall)]);
    const option = phone.locator(POLL_OPTION).nth(1);
    const testId = (await option.getAttribute('data-testid')) ?? '';
    const count = testId.replace('vote-option-', 'vote-count-');
    const before = toNumber(await wall.getByTestId(count).textContent());
    await option.click();
    await expect.poll(async () => toNumber(await wall.getByTestId(count).textContent())).toBe(before + 1);
    await expect.poll(async () => toNumber(await phone.getByTestId(count).textContent())).toBe(before + 1);
    await Promise.all([phone.context().close(), wall.context().close()]);
  });

  it('a stock movement on the dashboard shows up in a second dashboard', async () => {
    const [one, two] = await Promise.all([openWindow('/'), openWindow('/')]);
    await Promise.all([isLive(one), isLive(two)]);
    await one.getByTestId('low-stock-row').first().waitFor();
    const newest = () => two.getByTestId('movement-row').first().textContent();
    const before = await newest();
    await one.getByTestId('receive-stock').first().click();
    await expect.poll(newest, { timeout: 10_000 }).not.toBe(before);
    await Promise.all([one.context().close(), two.context().close()]);
  });

  it.each(['/', '/store', '/vote'])('%s fits a phone of 390 pixels', async (path) => {
    const page = await openWindow(path, PHONE);
    await isLive(page).catch(() => undefined);
    await page.waitForLoadState('networkidle');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('ran without an uncaught error in any page', () => {
    expect(faults).toEqual([]);
  });
});

function toNumber(text: string | null): number {
  return Number((text ?? '').replace(/\D/g, ''));
}

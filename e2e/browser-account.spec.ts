import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { Client } from './support/client.ts';
import { Dashboard } from './support/dashboard.ts';
import { startTestHub, type TestHub } from './support/hub.ts';

let browser: Browser;
let hub: TestHub;
let watched: WatchedPage;
let dashboard: Dashboard;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startTestHub('together')]);
  const ada = await Client.signedIn(hub);
  await ada.connect(['calendar.read', 'calendar.write', 'contacts']);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await hub?.[Symbol.asyncDispose]();
});

beforeEach(async () => {
  watched = await WatchedPage.open(browser);
  dashboard = new Dashboard(watched.page, hub.url);
});

afterEach(async () => {
  expect(watched.complaints).toEqual([]);
  await watched.context.close();
});

test('G-5 nothing secret rests in the browser, and signing out has it forget everything', async () => {
  const { page } = watched;
  await dashboard.signIn('/settings');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(await stored()).not.toMatch(/swb_|token|ada@/);

  await dashboard.button(/ada@example\.com/).click();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'DELETE'),
    page.getByRole('menuitem', { name: 'Sign out' }).click(),
  ]);
  expect((await answer.allHeaders())['clear-site-data']).toContain('"cookies"');
  await dashboard.button('Sign in').waitFor();
  expect(await watched.context.cookies()).toEqual([]);

  await page.goBack();
  await dashboard.button('Sign in').waitFor();
  await dashboard.signIn('/settings');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
}, 180_000);

test('a new key is shown once', async () => {
  const { page } = watched;
  await dashboard.signIn('/api-keys');
  await dashboard.button('Create a key').first().click();
  await dashboard.dialog().getByRole('textbox', { name: 'Name' }).fill('Nightly report');
  await dashboard.button('Create a key', dashboard.dialog()).click();
  const key = await dashboard.dialog().getByLabel('Key').inputValue();
  expect(key).toMatch(/^swb_/);
  expect((await new Client(hub.url, key).get('/api/v1/connections')).status).toBe(200);

  await dashboard.button('Done').click();
  await page.getByText('Nightly report').waitFor();
  expect(await page.content()).not.toContain(key);
  await page.reload();
  await page.getByText('Nightly report').waitFor();
  expect(await page.content()).not.toContain(key);
}, 180_000);

test('a session ended elsewhere is over there', async () => {
  await using other = await WatchedPage.open(browser);
  const elsewhere = new Dashboard(other.page, hub.url);
  await dashboard.signIn('/settings');
  await dashboard.page.goto('about:blank');
  await elsewhere.signIn('/settings');
  await elsewhere.button('Sign out everywhere').click();
  await elsewhere.button('Sign in').waitFor();

  await dashboard.open('/settings');
  await dashboard.button('Sign in').waitFor();
}, 180_000);

test('a card is asked for, changed and approved with the keyboard alone', async () => {
  const { page } = watched;
  const { keyboard } = page;
  const reach = async (name: string) => {
    for (let step = 0; step < 60; step += 1) {
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
      if (focused === name) return keyboard.press('Enter');
      await keyboard.press('Shift+Tab');
    }
    throw new Error(`“${name}” is not reached with the keyboard.`);
  };
  await dashboard.signIn('/assistant');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await keyboard.type('Create an event called Reading tomorrow at 8pm for an hour');
  await keyboard.press('Enter');
  await dashboard.button('Edit', dashboard.card()).waitFor();

  await reach('Edit');
  await page.getByRole('textbox', { name: /^Title/ }).waitFor();
  await page.getByRole('textbox', { name: /^Title/ }).focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Reading aloud');
  await keyboard.press('Enter');
  await dashboard.card().getByText('Reading aloud').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await reach('Approve');
  await dashboard.card().getByText('Done', { exact: true }).waitFor();
}, 180_000);

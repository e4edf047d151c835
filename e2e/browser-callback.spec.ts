import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { answerConsent, Dashboard } from './support/dashboard.ts';
import { startTestHub, type TestHub } from './support/hub.ts';

let browser: Browser;
let hub: TestHub;
let watched: WatchedPage;
let dashboard: Dashboard;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), startTestHub('together')]);
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
  await watched.context.close();
  await fetch(`${hub.sandboxUrl}/_sandbox/page-headers`, { method: 'DELETE' });
});

/** The provider's pages leave the browsing context of whoever opened them. */
async function cutOff(): Promise<void> {
  const answer = await fetch(`${hub.sandboxUrl}/_sandbox/page-headers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ 'cross-origin-opener-policy': 'same-origin' }),
  });
  expect(answer.status).toBe(200);
}

async function chooseGoogle(): Promise<void> {
  await dashboard.signIn('/connections');
  const add = dashboard.button('Connect an account');
  await add.or(dashboard.button(/^Google/)).waitFor();
  if (await add.isVisible()) await add.click();
  await dashboard.button(/^Google/).click();
}

test('O-15 the dashboard learns the end from the hub where the provider cuts the window off from it', async () => {
  await cutOff();
  await chooseGoogle();
  const [opened] = await Promise.all([
    watched.page.waitForEvent('popup'),
    dashboard.button('Continue to Google').click(),
  ]);
  await answerConsent(opened);

  await watched.page.getByText('Google is connected').waitFor();
  expect(watched.complaints).toEqual([]);
}, 180_000);

test('O-15 where the browser blocks the window the same tab goes to the provider and comes back', async () => {
  await watched.page.addInitScript(() => (window.open = () => null));
  await chooseGoogle();
  await dashboard.button('Continue to Google').click();
  await watched.page.waitForURL((url) => url.origin !== hub.url);
  await answerConsent(watched.page, { account: 'Jonas Weld' });

  await watched.page.getByRole('article', { name: /jonas/ }).waitFor();
  expect(watched.complaints).toEqual([]);
}, 180_000);

test('O-15 the callback page loads nothing but itself, keeps no query and closes its window', async () => {
  await chooseGoogle();
  const [opened] = await Promise.all([
    watched.page.waitForEvent('popup'),
    dashboard.button('Continue to Google').click(),
  ]);
  const loaded: string[] = [];
  opened.on('request', (request) => loaded.push(request.url()));
  const closed = opened.waitForEvent('close');
  await answerConsent(opened);
  await closed;

  const own = loaded.map((url) => new URL(url)).filter(({ origin }) => origin === hub.url);
  expect(own.map(({ pathname }) => pathname)).toEqual(['/oauth/google/callback', '/connected']);
  expect(own.at(-1)?.search).toBe('');
  expect(watched.complaints).toEqual([]);
}, 180_000);

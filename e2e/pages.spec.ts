import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { Dashboard } from './support/dashboard.ts';
import { startTestHub, type TestHub } from './support/hub.ts';
import { emptyPages, fillHub, signedOutPages, windows } from './support/pages.ts';

/** A folder for a picture of each page in each look, for a person to go through. */
const pictures = process.env['SWB_TEST_PICTURES'];

const looks = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light', check: 'everything' },
  { name: '360-light', width: 360, height: 740, colorScheme: 'light', check: 'colours' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark', check: 'colours' },
  { name: '360-dark', width: 360, height: 740, colorScheme: 'dark', check: 'everything' },
] as const;

let browser: Browser;
let hub: TestHub;
let signedIn: BrowserContextOptions['storageState'];

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [browser, hub] = await Promise.all([launchBrowser(), startTestHub('together')]);
  await using watched = await WatchedPage.open(browser);
  await new Dashboard(watched.page, hub.url).signIn();
  signedIn = await watched.context.storageState();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await hub?.[Symbol.asyncDispose]();
});

const open = (storageState: BrowserContextOptions['storageState']) =>
  WatchedPage.open(browser, { storageState, reducedMotion: 'reduce' });

/** Nothing loads and nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      !document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') && document.getAnimations().length === 0,
  );
}

/** @returns everything wrong with what is shown, in every look: what axe finds, and how far it scrolls sideways. */
async function faults(watched: WatchedPage, name: string): Promise<string[]> {
  const { page } = watched;
  const wrong: string[] = [];
  for (const { name: look, width, height, colorScheme, check } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await settled(page);
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${look}.png`) });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const found = await watched.accessibilityProblems(check);
    if (sideways > 0) found.push(`scrolls ${sideways} px sideways`);
    wrong.push(...found.map((fault) => `${name} at ${look}: ${fault}`));
  }
  return wrong;
}

/** @returns what is wrong with any of the pages. */
async function visit(pages: Record<string, string>, storageState = signedIn): Promise<string[]> {
  await using watched = await open(storageState);
  const wrong: string[] = [];
  for (const [name, address] of Object.entries(pages)) {
    await watched.page.goto(new URL(address, hub.url).href);
    wrong.push(...(await faults(watched, name)));
  }
  return [...wrong, ...watched.complaints];
}

test('pages before the sign-in read well on every screen', async () => {
  expect(await visit(signedOutPages, { cookies: [], origins: [] })).toEqual([]);
}, 600_000);

test('pages of a hub where nothing is connected yet read well on every screen', async () => {
  expect(await visit(emptyPages)).toEqual([]);
}, 600_000);

test('pages of a hub in use, and what opens over them, read well on every screen', async () => {
  const wrong = await visit(await fillHub(hub));
  await using watched = await open(signedIn);
  const dashboard = new Dashboard(watched.page, hub.url);
  for (const [name, [address, press]] of Object.entries(windows)) {
    await watched.page.setViewportSize(looks[0]);
    await dashboard.open(address);
    await settled(watched.page);
    await press(dashboard);
    await dashboard.dialog().waitFor();
    wrong.push(...(await faults(watched, name)));
  }
  expect([...wrong, ...watched.complaints]).toEqual([]);
}, 600_000);

import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { Dashboard } from './support/dashboard.ts';
import { startTestHub } from './support/hub.ts';

/** Of a list as long as Google's only what is in view is in the page, so the operation is found by the filter. */
async function openOperation(page: Page, method: string, path: string) {
  await page.getByPlaceholder('Filter by tag or path').fill(path);
  await page.locator('#operations-tag-status').waitFor({ state: 'detached' });
  const operation = page.locator(`.opblock-${method}`, { has: page.locator(`[data-path="${path}"]`) });
  await operation.locator('.opblock-summary-control').click();
  return operation;
}

test('G-4 the API reference opens in a browser with every action, and nothing breaks its policy', async () => {
  await using hub = await startTestHub('together');
  const browser = await launchBrowser();
  try {
    await using watched = await WatchedPage.open(browser);
    const { page } = watched;

    await page.goto(`${hub.url}/docs`);
    await page.locator('#operations-tag-google').click();
    await page.locator('.opblock', { hasText: 'google.list_calendars' }).first().waitFor();
    const action = await openOperation(page, 'post', '/api/v1/actions/google.create_event');
    await action.locator('.opblock-section-request-body', { hasText: 'attendees' }).waitFor();

    expect(watched.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('an operation tried out in the API reference is answered as to the person who is signed in', async () => {
  await using hub = await startTestHub('together');
  const browser = await launchBrowser();
  try {
    await using watched = await WatchedPage.open(browser);
    const { page } = watched;
    await new Dashboard(page, hub.url).signIn();

    await page.goto(`${hub.url}/docs`);
    await page.locator('#operations-tag-me').click();
    const operation = await openOperation(page, 'get', '/api/v1/me');
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table .response').last();
    await answer.getByText('ada@example.com').first().waitFor();

    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(watched.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});

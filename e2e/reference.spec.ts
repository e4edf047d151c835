import { expect, test } from '@jest/globals';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { startTestHub } from './support/hub.ts';

test('G-4 the API reference opens in a browser with every action, and nothing breaks its policy', async () => {
  await using hub = await startTestHub('together');
  const browser = await launchBrowser();
  try {
    await using watched = await WatchedPage.open(browser);
    const { page } = watched;

    await page.goto(`${hub.url}/docs`);
    await page.locator('#operations-tag-google').click();
    const action = page.locator('.opblock', { hasText: 'google.create_event' }).first();
    await action.locator('.opblock-summary-control').click();
    await action.locator('.opblock-body').waitFor();

    expect(watched.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});

import { expect, test } from '@jest/globals';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { startTestHub } from './support/hub.ts';

test('G-4 the API reference opens in a browser with every action, and nothing breaks its policy', async () => {
  await using hub = await startTestHub('together');
  const browser = await launchBrowser();
  try {
    await using watched = await WatchedPage.open(browser);
    const { page } = watched;
    // The whole API on one page takes its time to be read.
    page.setDefaultTimeout(100_000);

    await page.goto(`${hub.url}/docs`);
    await page.locator('#operations-tag-openai').click();
    const action = page.locator('.opblock', { hasText: 'openai.list_models' }).first();
    await action.locator('.opblock-summary-control').click();
    await action.locator('.opblock-body').waitFor();

    expect(watched.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
}, 240_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, WatchedPage } from './support/browser.ts';
import { Dashboard } from './support/dashboard.ts';
import { startTestHub } from './support/hub.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withoutOwner = { SWB_OWNER_EMAIL: '', SWB_OWNER_PASSWORD: '' };

test('first run, a denied and a half-granted consent, a card changed and approved, the event, undo, a receipt', async () => {
  await using hub = await startTestHub('together', withoutOwner);
  await using watched = await WatchedPage.open(browser);
  const { page } = watched;
  const hubPage = new Dashboard(page, hub.url);

  // First run: the address carries the code, and it is gone from the address at once.
  await hubPage.becomeOwner(hub.hub.address);
  expect(page.url()).not.toContain('setup=');
  await page.getByRole('link', { name: /Try it in the sandbox/ }).click();

  // Denied: nothing changed, and one can try again in the same window.
  await hubPage.button(/^Google/).click();
  await hubPage.field('See the calendar').check();
  await hubPage.field('Change the calendar').check();
  await hubPage.answerInWindow(hubPage.button('Continue to Google'), { deny: true });
  await page.getByText('Not connected').waitFor();
  await page.getByText(/Nothing was changed/).waitFor();

  // A box unticked at the provider: connected, and it says what is missing.
  await hubPage.answerInWindow(hubPage.button('Continue to Google'), { untick: ['View and edit events'] });
  await page.getByText('Connected, with less than you asked for').waitFor();
  await page.getByText(/Not granted: Change the calendar/).waitFor();
  await hubPage.button('Done').click();
  await page.getByText('Change the calendar: not granted').waitFor();
  await page.getByText('Partly granted').waitFor();

  // What is missing is asked for where it is needed, and the conversation goes on by itself.
  await page.getByRole('link', { name: 'Assistant' }).click();
  await hubPage.say('Lunch with jonas.weld.demo@gmail.com tomorrow at 1pm for 45 minutes');
  await hubPage.answerInWindow(page.getByRole('log').getByRole('button').last());
  const card = hubPage.card();
  await hubPage.button('Approve', card).waitFor();
  expect(
    await page
      .getByRole('log')
      .getByText(/^Lunch with jonas.*45 minutes$/)
      .count(),
  ).toBe(1);

  // The card is changed before the yes.
  await hubPage.button('Edit', card).click();
  await card.getByLabel(/^Title/).fill('Long lunch');
  await hubPage.button('Save the changes', card).click();
  await card.getByText('Long lunch').waitFor();
  await hubPage.button('Approve', card).click();
  await card.getByText('Done', { exact: true }).waitFor();

  // The calendar page and the log know it.
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByText('Agenda', { exact: true }).click();
  await hubPage.button(/Long lunch/).waitFor();
  await hubPage.openTalk(/^Lunch/);
  await card.getByRole('link', { name: 'Log line' }).click();
  await hubPage.dialog().getByText('Create event').first().waitFor();
  await page.keyboard.press('Escape');
  await hubPage.openTalk(/^Lunch/);

  await hubPage.button('Undo', card).click();
  await card.getByText('Undone').waitFor();
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByText('Agenda', { exact: true }).click();
  await hubPage
    .button(/Team stand-up/)
    .first()
    .waitFor();
  await hubPage.button(/Long lunch/).waitFor({ state: 'detached' });

  // Disconnect: every step is named.
  await page.getByRole('link', { name: 'Connections' }).click();
  await hubPage.button(/^What to do with/).click();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await hubPage.button('Disconnect', hubPage.dialog()).click();
  const receipt = page.getByRole('list', { name: 'Steps' });
  await receipt.getByText('Take back the access at the provider').waitFor();
  expect(await receipt.getByRole('listitem').count()).toBeGreaterThan(1);
  await hubPage.button('Done').click();
  await page.getByText('Nothing is connected yet').waitFor();

  expect(watched.complaints).toEqual([]);
}, 120_000);

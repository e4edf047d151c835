import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { providers } from '@switchboard/providers';
import type { Browser } from 'playwright-core';
import { launchBrowser, WatchedPage } from './browser.ts';
import { Client } from './client.ts';
import { Dashboard } from './dashboard.ts';
import { startTestHub, type TestHub } from './hub.ts';
import { Walk } from './walk.ts';

/** Walks every second provider of the registry in a browser; two suites share them, so that two workers do. */
export function walkEverySecond(first: 0 | 1): void {
  let browser: Browser;
  let hub: TestHub;
  let client: Client;

  beforeAll(async () => {
    [browser, hub] = await Promise.all([launchBrowser(), startTestHub('together')]);
    client = await Client.signedIn(hub);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await hub?.[Symbol.asyncDispose]();
  });

  const ids = providers.map(({ id }) => id).filter((_id, at) => at % 2 === first);
  test.each(ids)(
    '%s is connected, every action runs from its form, the sandbox shows it, a receipt ends it',
    async (id) => {
      await using watched = await WatchedPage.open(browser);
      const dashboard = new Dashboard(watched.page, hub.url);
      await dashboard.signIn('/connections');
      const walk = await Walk.of(id, dashboard, client, hub.sandboxUrl);

      for (const [at, method] of walk.methods.entries()) {
        if (at > 0) await walk.beginAnew();
        const connection = await walk.connect(method);
        const failures: string[] = [];
        const actions = walk.actionsOf(method);
        for (const action of actions) {
          const before = await walk.sandboxText();
          const failure = await walk.run(connection, action);
          if (failure) failures.push(failure);
          else if (action.effect !== 'read' && (await walk.sandboxText()) === before)
            failures.push(`${action.ref}: the sandbox's page shows nothing of it`);
        }
        if (actions.length === 0) {
          const path = `/api/v1${new URL(connection).pathname}/proxy/notes`;
          expect(await client.get(path)).toMatchObject({ status: 200 });
        }
        expect((await walk.disconnect(connection)).length).toBeGreaterThan(1);
        expect(failures).toEqual([]);
      }

      // A provider that asks to wait is waited for; the browser notes its answer all the same.
      expect(watched.complaints.filter((complaint) => !complaint.includes('status of 429'))).toEqual([]);
    },
    480_000,
  );
}

import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { now } from '../../testing/samples/base.ts';
import { connection } from '../../testing/samples/connections.ts';

const imported = {
  exportedAt: now,
  imported: [{ connectionId: connection.id, provider: 'asana', label: 'Plans' }],
  kept: [],
  reconnect: [
    {
      provider: 'box',
      label: 'Archive',
      reason: 'single_use' as const,
      message: 'Its token works once, so it stayed.',
    },
  ],
};

test('a passphrase that is not typed twice alike packs nothing', async () => {
  const hub = sampleHub();
  using page = openPage('/settings', hub);

  await page.user.type(
    await page.screen.findByLabelText(/^Passphrase/, { selector: 'input' }),
    'a long walk by the sea',
  );
  await page.user.type(
    page.screen.getByLabelText(/^The same passphrase again/, { selector: 'input' }),
    'a long walk by the lake',
  );
  await page.user.click(page.screen.getByRole('button', { name: 'Export' }));

  expect(page.screen.getByText('This is not the same.')).toBeTruthy();
  expect(hub.requests.some(({ path }) => path.endsWith('/export'))).toBe(false);
});

test('an imported file says what works and what must be connected again', async () => {
  const asked: unknown[] = [];
  const hub = sampleHub().on(c.postConnectionsImport, ({ body }) => {
    asked.push(body);
    if (body.passphrase !== 'right one here') throw new HubError('input_invalid');
    return imported;
  });
  using page = openPage('/settings', hub);

  await page.user.click(await page.screen.findByRole('tab', { name: 'Import' }));
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  // The DOM of specs has files without `text`.
  const file = Object.assign(new File([''], 'mine.switchboard'), { text: () => Promise.resolve('c2VhbGVk\n') });
  await page.user.upload(input, file);
  await page.user.type(page.screen.getByLabelText(/^Passphrase/, { selector: 'input' }), 'right one here');
  await page.user.click(page.screen.getByRole('button', { name: 'Import' }));

  expect(await page.screen.findByText('1 connection was brought in.')).toBeTruthy();
  expect(page.screen.getByText(/Its token works once/)).toBeTruthy();
  expect(asked).toEqual([{ passphrase: 'right one here', bundle: 'c2VhbGVk' }]);
});

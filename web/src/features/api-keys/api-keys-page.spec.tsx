import { expect, test } from '@jest/globals';
import { HubError, postApiKey } from '@switchboard/contracts';
import { act, waitFor, within } from '@testing-library/react';
import type { FakeHub } from '../../testing/fake-hub.ts';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { apiKey } from '../../testing/samples/keys.ts';

test('V-12 a new key is shown once and copied from there', async () => {
  using page = openPage('/api-keys', sampleHub());

  await page.user.click(await page.screen.findByRole('button', { name: 'Create a key' }));
  await page.user.type(await page.screen.findByLabelText(/^Name/), 'Report');
  await page.user.click(page.screen.getAllByRole('button', { name: 'Create a key' }).at(-1)!);

  const key = await page.screen.findByLabelText<HTMLInputElement>('Key');
  expect(key.value).toMatch(/^swb_/);
  await page.user.click(page.screen.getByRole('button', { name: 'Done' }));
  expect(page.screen.queryByLabelText('Key')).toBeNull();
});

async function askForKey(hub: FakeHub) {
  const page = openPage('/api-keys', hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'Create a key' }));
  await page.user.type(await page.screen.findByLabelText(/^Name/), 'Report');
  await page.user.click(page.screen.getAllByRole('button', { name: 'Create a key' }).at(-1)!);
  return page;
}
const stale = () =>
  sampleHub().on(postApiKey, () => {
    throw new HubError('reauthentication_required');
  });
const asked = (hub: FakeHub) =>
  hub.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('api-keys'));
const layerOf = (dialog: HTMLElement) =>
  Number(dialog.closest<HTMLElement>('[style*="--mb-z-index"]')?.style.getPropertyValue('--mb-z-index'));

test.each(['Cancel', 'Escape'])(
  'the question lies above the dialog that asks; %s ends it, and the form says so',
  async (by) => {
    const hub = stale();
    using page = await askForKey(hub);
    const question = await page.screen.findByRole('dialog', { name: 'Confirm that it is you' });
    const form = page.screen.getByRole('dialog', { name: 'Create a key' });

    expect(layerOf(question)).toBeGreaterThan(layerOf(form));
    within(question)
      .getByLabelText(/^Password/)
      .focus();
    if (by === 'Escape') await page.user.keyboard('{Escape}');
    else await page.user.click(within(question).getByRole('button', { name: by }));

    expect(await within(form).findByText('Nothing was done: you did not confirm that it is you.')).toBeTruthy();
    expect(within(form).getByRole('button', { name: 'Create a key' })).toHaveProperty('disabled', false);
    expect(asked(hub)).toHaveLength(1);
  },
);

test('a key that nobody would see is not made: its dialog was left while the password was asked for', async () => {
  const hub = stale();
  using page = await askForKey(hub);
  await page.user.type(await page.screen.findByLabelText(/^Password/), 'correct horse');
  await act(() => page.router.navigate('/settings'));
  await page.user.click(page.screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(page.screen.queryByRole('button', { name: 'Confirm' })).toBeNull());

  expect(asked(hub)).toHaveLength(1);
});

test('G-2 where a fresh sign-in is wanted the hub asks for the password, then goes on', async () => {
  let fresh = false;
  const hub = sampleHub().on(postApiKey, ({ body }) => {
    if (!fresh) {
      fresh = true;
      throw new HubError('reauthentication_required');
    }
    return { ...apiKey, name: body.name, key: 'swb_live_again' };
  });
  using page = openPage('/api-keys', hub);

  await page.user.click(await page.screen.findByRole('button', { name: 'Create a key' }));
  await page.user.type(await page.screen.findByLabelText(/^Name/), 'Report');
  await page.user.click(page.screen.getAllByRole('button', { name: 'Create a key' }).at(-1)!);
  await page.user.type(await page.screen.findByLabelText(/^Password/), 'correct horse');
  await page.user.click(page.screen.getByRole('button', { name: 'Confirm' }));

  expect((await page.screen.findByLabelText<HTMLInputElement>('Key')).value).toBe('swb_live_again');
});

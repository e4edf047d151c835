import { expect, test } from '@jest/globals';
import { takeFragment } from '../../lib/fragment.ts';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';

test('first run: the code of the address is used and erased from it', async () => {
  history.replaceState(null, '', '/#setup=one-time');
  takeFragment();
  const hub = sampleHub({ setUp: false, signedIn: false });
  using page = openPage('/', hub);

  expect(location.hash).toBe('');
  await page.user.type(await page.screen.findByLabelText(/Your name/), 'Ada');
  await page.user.type(page.screen.getByLabelText(/E-mail/), 'ada@example.com');
  await page.user.type(page.screen.getByLabelText(/^Password/), 'correct horse battery');
  await page.user.click(page.screen.getByRole('button', { name: 'Create the owner' }));

  expect(await page.screen.findByRole('link', { name: /Try it in the sandbox/ })).toBeTruthy();
  expect(hub.requests.find(({ method }) => method === 'POST')?.body).toMatchObject({ code: 'one-time', name: 'Ada' });
});

import { expect, test } from '@jest/globals';
import { openPage } from '../testing/open-page.tsx';
import { sampleHub } from '../testing/sample-hub.ts';

test('G-5 signing out forgets what was shown and leads to the sign-in', async () => {
  const hub = sampleHub();
  using page = openPage('/settings', hub);

  await page.user.click(await page.screen.findByRole('button', { name: /Ada Marsh/ }));
  await page.user.click(await page.screen.findByRole('menuitem', { name: 'Sign out' }));

  expect(await page.screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  expect(page.screen.queryByText('Ada Marsh')).toBeNull();
});

test('a session that ended elsewhere leads to the sign-in, and from there back', async () => {
  const hub = sampleHub();
  using page = openPage('/settings', hub);
  await page.screen.findByRole('heading', { name: 'Settings' });

  hub.state.signedIn = false;
  await page.user.click(page.screen.getByRole('link', { name: 'Secrets' }));

  expect(await page.screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  expect(page.router.state.location.search).toBe('?returnTo=%2Fsecrets');
});

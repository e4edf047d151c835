import { expect, test } from '@jest/globals';
import { getSetupRoute } from '@switchboard/contracts';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { me } from '../../testing/samples/people.ts';

test('whoever is not signed in signs in first and comes back to where they wanted', async () => {
  using page = openPage('/connections', sampleHub({ signedIn: false }));

  await page.user.type(await page.screen.findByLabelText(/E-mail/), 'ada@example.com');
  await page.user.type(page.screen.getByLabelText(/^Password/), 'correct horse');
  await page.user.click(page.screen.getByRole('button', { name: 'Sign in' }));

  expect(await page.screen.findByRole('heading', { name: 'Connections' })).toBeTruthy();
});

test('a wrong password says so and keeps what was entered', async () => {
  using page = openPage('/sign-in', sampleHub({ signedIn: false }));

  await page.user.type(await page.screen.findByLabelText(/E-mail/), 'ada@example.com');
  await page.user.type(page.screen.getByLabelText(/^Password/), 'wrong');
  await page.user.click(page.screen.getByRole('button', { name: 'Sign in' }));

  expect((await page.screen.findByRole('alert')).textContent).toContain('is not right');
  expect(page.screen.getByLabelText<HTMLInputElement>(/E-mail/).value).toBe('ada@example.com');
});

test('every provider that can sign people in has a button of its own', async () => {
  const signInProviders = [
    { id: 'google', title: 'Google' },
    { id: 'acme', title: 'Acme' },
  ];
  const hub = sampleHub({ signedIn: false });
  hub.on(getSetupRoute, () => ({ done: true, signedIn: false, hubId: me.hubId, hubName: 'Home', signInProviders }));
  using page = openPage('/sign-in?returnTo=/calendar', hub);

  const acme = await page.screen.findByRole('link', { name: 'Sign in with Acme' });

  expect(page.screen.getByRole('link', { name: 'Sign in with Google' })).toBeTruthy();
  expect(acme.getAttribute('href')).toBe('/sign-in/acme?returnTo=%2Fcalendar');
});

test('O-16 an address of another host is never gone to after the sign-in', async () => {
  using page = openPage('/sign-in?returnTo=//evil.example', sampleHub({ signedIn: true }));

  await page.screen.findByRole('textbox', { name: 'Message' });

  expect(page.router.state.location.pathname).toBe('/assistant');
});

import { expect, test } from '@jest/globals';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';

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

test('O-16 an address of another host is never gone to after the sign-in', async () => {
  using page = openPage('/sign-in?returnTo=//evil.example', sampleHub({ signedIn: true }));

  await page.screen.findByRole('textbox', { name: 'Message' });

  expect(page.router.state.location.pathname).toBe('/assistant');
});

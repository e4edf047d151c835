import { expect, test } from '@jest/globals';
import { Fixture } from '../fixture.ts';

const events = 'https://www.googleapis.com/calendar/v3/calendars/primary/events';

test('the page for people shows mail and calendar and lets nothing in from outside', async () => {
  await using fixture = await Fixture.start();

  const answer = await fetch(`${fixture.sandbox.url}/?account=117305528864019937462`);
  const page = await answer.text();

  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('Jonas Weld');
  expect(page).toContain('Team stand-up');
  expect(page).not.toContain('<script');
});

test('the start page lists every provider with its people, and an address is enough to find one', async () => {
  await using fixture = await Fixture.start();
  const { url } = fixture.sandbox;
  const read = async (path: string) => (await fetch(`${url}${path}`)).text();

  const start = await read('/');
  const chosen = await read('/?provider=google&account=ada.marsh.demo@gmail.com');
  const first = await read('/?provider=google');

  expect(start).toContain('href="/?provider=google&amp;account=104820771935560218841"');
  expect(start).not.toContain('Team stand-up');
  expect(chosen).toContain('Team stand-up');
  expect(chosen).toContain('aria-current="page" href="/?provider=google"');
  expect(first).toContain('ada.marsh.demo@gmail.com');
});

test('everything an account holds is on its page as text, folded, so that no effect stays unseen', async () => {
  await using fixture = await Fixture.start();
  const tokens = await fixture.grant(['openid', 'calendar.events']);
  const page = async () => (await fetch(`${fixture.sandbox.url}/?provider=google`)).text();
  const before = await page();

  await fixture.call(tokens.access_token, 'POST', events, {
    summary: 'Quiet',
    start: { date: '2031-01-01' },
    end: { date: '2031-01-02' },
    extendedProperties: { private: { trade: '<b>ink & paper</b>' } },
  });
  const after = await page();

  expect(before).toContain('<summary>Everything this account holds</summary>');
  expect(before).not.toContain('ink &amp; paper');
  expect(after).toContain('&lt;b&gt;ink &amp; paper&lt;/b&gt;');
});

test('a person sees which apps have access and removes them with one button', async () => {
  await using fixture = await Fixture.start();
  const tokens = await fixture.grant(['openid', 'calendar.events']);
  const { url } = fixture.sandbox;
  const made = await fixture.call(tokens.access_token, 'POST', events, {
    summary: 'Linked',
    start: { date: '2027-01-01' },
    end: { date: '2027-01-02' },
  });

  const linked = await fetch(fixture.local(made.body.htmlLink));
  const page = await linked.text();
  const removed = await fetch(`${url}/_sandbox/grants/revoke`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ provider: 'google', account: '104820771935560218841' }),
  });

  expect(page).toContain('sandbox-client');
  expect(page).toContain('Linked');
  expect(removed.status).toBe(303);
  expect((await fixture.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! })).body.error).toBe(
    'invalid_grant',
  );
});

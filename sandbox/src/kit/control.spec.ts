import { expect, test } from '@jest/globals';
import { Fixture } from '../fixture.ts';

const events = 'https://www.googleapis.com/calendar/v3/calendars/primary/events';
const fault = (kind: string, more: object = {}) => ({
  match: { host: 'www.googleapis.com', path: '/calendar/' },
  kind,
  ...more,
});

test('the log tells method, host, path, query and body, and secrets only by the start of their hash', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);

  await fixture.call(access_token, 'POST', `${events}?sendUpdates=none`, {
    summary: 'Logged',
    start: { date: '2027-01-01' },
    end: { date: '2027-01-02' },
  });

  const { requests } = (await fixture.control('GET', '/requests')).body;
  const last = requests.at(-1);
  expect(last).toMatchObject({
    method: 'POST',
    host: 'www.googleapis.com',
    path: '/calendar/v3/calendars/primary/events',
    query: { sendUpdates: 'none' },
    body: { summary: 'Logged' },
    status: 200,
  });
  expect(last.headers.authorization).toMatch(/^sha256:[0-9a-f]{12}$/);
  expect(JSON.stringify(requests)).not.toContain(access_token);
  expect(JSON.stringify(requests)).not.toContain('sandbox-secret');
  const since = await fixture.control('GET', `/requests?since=${last.id}`);
  expect(since.body.requests).toEqual([]);
});

test('faults answer in place of the provider as often as told, and then it works again', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  const read = () => fixture.call(access_token, 'GET', `${events}?maxResults=1`);
  const arm = (body: object) => fixture.control('POST', '/faults', body);

  await arm(fault('status', { status: 503, times: 2 }));
  expect([(await read()).status, (await read()).status, (await read()).status]).toEqual([503, 503, 200]);

  await arm(fault('retryAfter', { seconds: 3 }));
  const limited = await read();
  expect(limited).toMatchObject({ status: 429, body: { error: { errors: [{ reason: 'rateLimitExceeded' }] } } });
  expect(limited.headers.get('retry-after')).toBe('3');

  await arm(fault('reset'));
  await expect(read()).rejects.toThrow();
  await arm(fault('truncate'));
  await expect(read()).rejects.toThrow();
  await arm(fault('garbage'));
  await expect(read()).rejects.toThrow(SyntaxError);
  await arm(fault('delay', { ms: 150 }));
  const began = performance.now();
  expect((await read()).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(140);
  await arm(fault('slow', { ms: 200 }));
  expect((await read()).status).toBe(200);
});

test('a fault that comes after the work hides an answer to something that was done', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['calendar.events']);
  await fixture.control('POST', '/faults', fault('reset', { after: true, match: { method: 'POST' } }));
  const event = { id: 'donebefore', summary: 'Done', start: { date: '2027-01-01' }, end: { date: '2027-01-02' } };

  await expect(fixture.call(access_token, 'POST', events, event)).rejects.toThrow();

  expect((await fixture.call(access_token, 'GET', `${events}/donebefore`)).status).toBe(200);
});

test('a quota is counted by person and answers 429 with Retry-After', async () => {
  await using fixture = await Fixture.start();
  const ada = await fixture.grant(['calendar.events']);
  const jonas = await fixture.grant(['calendar.events'], { account: 'jonas.weld.demo@gmail.com' });
  await fixture.control('POST', '/quotas', { family: 'calendar', unitsPerMinute: 2 });
  const read = async (token: string) => fixture.call(token, 'GET', `${events}?maxResults=1`);

  await read(ada.access_token);
  await read(ada.access_token);
  const third = await read(ada.access_token);

  expect(third.status).toBe(429);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await read(jonas.access_token)).status).toBe(200);
});

test('a revocation on the provider side ends the grant, and a reset brings the first day back', async () => {
  await using fixture = await Fixture.start();
  const tokens = await fixture.grant(['calendar.events']);
  const made = await fixture.call(tokens.access_token, 'POST', events, {
    id: 'gonelater',
    start: { date: '2027-01-01' },
    end: { date: '2027-01-02' },
  });

  const whose = { provider: 'google', account: 'ada.marsh.demo@gmail.com' };
  const revoked = await fixture.control('POST', '/grants/revoke', whose);
  const refresh = await fixture.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! });
  await fixture.control('POST', '/reset', {});

  expect(made.status).toBe(200);
  expect(revoked.body.revoked).toBe(1);
  expect(refresh.body.error).toBe('invalid_grant');
  const { access_token } = await fixture.grant(['calendar.events']);
  expect((await fixture.call(access_token, 'GET', `${events}/gonelater`)).status).toBe(404);
});

test('a switch with a provider leaves the others alone', async () => {
  await using fixture = await Fixture.start();
  await fixture.grant(['calendar.events']);
  const account = 'ada.marsh.demo@gmail.com';

  const other = await fixture.control('POST', '/grants/revoke', { account, provider: 'nobody' });
  const own = await fixture.control('POST', '/tokens/expire', { account, provider: 'google' });
  const state = await fixture.control('GET', `/state/${account}?provider=nobody`);

  expect(other.body.revoked).toBe(0);
  expect(own.body.expired).toBe(1);
  expect(state.status).toBe(404);
});

test('the switches answer loopback names only and no page of another site', async () => {
  await using fixture = await Fixture.start();
  const { url } = fixture.sandbox;

  const crossSite = await fetch(`${url}/_sandbox/reset`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  const wrong = await fixture.control('POST', '/faults', { kind: 'explode' });

  expect(crossSite.status).toBe(403);
  expect(wrong.status).toBe(400);
  expect((await fetch(`${url}/_sandbox/state/nobody@example.org`)).status).toBe(404);
});

test('sign-in pages carry the headers a test asks for', async () => {
  await using fixture = await Fixture.start();
  const page = async () => fetch(fixture.authorizationUrl({ scope: 'openid' }));

  await fixture.control('POST', '/page-headers', { 'cross-origin-opener-policy': 'same-origin' });
  const asked = await page();
  await fixture.control('DELETE', '/page-headers');
  const usual = await page();

  expect(asked.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(usual.headers.get('cross-origin-opener-policy')).toBeNull();
});

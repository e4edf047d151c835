import { expect, test } from '@jest/globals';
import { Microsoft } from './testing.ts';

const all = ['offline_access', 'User.Read', 'Calendars.ReadWrite', 'Files.ReadWrite'];
const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
const event = { subject: 'Tide check', start: at('2026-12-01T09:00:00'), end: at('2026-12-01T09:30:00') };
const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';

test('a refresh answers a new refresh token and leaves the old one working', async () => {
  await using microsoft = await Microsoft.start();
  const tokens = await microsoft.grant(all);

  const renew = (token: string) => microsoft.token({ grant_type: 'refresh_token', refresh_token: token });
  const first = await renew(tokens.refresh_token!);
  const again = await renew(tokens.refresh_token!);
  const next = await renew(first.body.refresh_token);

  expect(first.body.refresh_token).not.toBe(tokens.refresh_token);
  expect([first.status, again.status, next.status]).toEqual([200, 200, 200]);
  expect(tokens.scope.split(' ')).toEqual(['User.Read', 'Calendars.ReadWrite', 'Files.ReadWrite']);
});

test('without offline_access there is no refresh token, and a wrong one is refused in Microsoft’s words', async () => {
  await using microsoft = await Microsoft.start();

  const tokens = await microsoft.grant(['User.Read']);
  const refused = await microsoft.token({ grant_type: 'refresh_token', refresh_token: 'other' });

  expect(tokens).not.toHaveProperty('refresh_token');
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
});

test.each([
  ['GET', '/me/calendars', 'Files.Read', 403],
  ['GET', '/me/calendars', 'Calendars.Read', 200],
  ['DELETE', '/me/events/AAMkDentist', 'Calendars.Read', 403],
  ['DELETE', '/me/events/AAMkDentist', 'Calendars.ReadWrite', 204],
  ['GET', '/me/drive/root/children', 'Calendars.Read', 403],
  ['DELETE', '/me/drive/items/01ADA-HARBORLINE', 'Files.Read', 403],
  ['GET', '/me/drive/items/01ADA-HARBORLINE', 'Files.ReadWrite', 200],
])('%s %s with %s answers %i', async (method, path, scope, status) => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant([scope]);

  expect((await microsoft.call(token, method, path)).status).toBe(status);
});

test('a token that ran out, and none, are told apart', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);
  await microsoft.control('/tokens/expire', { provider: 'microsoft' });

  const late = await microsoft.call(token, 'GET', '/me');
  const strange = await microsoft.call('other', 'GET', '/me');

  expect(late.body.error.code).toBe('InvalidAuthenticationToken');
  expect(late.body.error.message).toContain('expired');
  expect([late.status, strange.status]).toEqual([401, 401]);
  expect(strange.headers.get('www-authenticate')).toContain('Bearer');
});

test.each([
  ['an unknown member', { ...event, priority: 1 }, 400],
  ['a time with an offset', { ...event, start: at('2026-12-01T09:00:00+01:00') }, 400],
  ['a zone that nobody knows', { ...event, start: { ...event.start, timeZone: 'Moon/Base' } }, 400],
  ['an end before the start', { ...event, end: at('2026-12-01T08:00:00') }, 400],
  ['a whole day that is none', { ...event, isAllDay: true }, 400],
  ['a rule that begins on another day', { ...event, recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-02' } } }, 400],
  ['a rule without its days', { ...event, recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-01' } } }, 400],
  ['what Outlook takes', event, 201],
])('an event with %s is judged as Outlook does', async (_what, body, status) => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);

  const answer = await microsoft.call(token, 'POST', '/me/events', body);

  expect(answer.status).toBe(status);
  if (status === 400) expect(answer.body.error).toHaveProperty('innerError');
}); // prettier-ignore

test('a transaction makes one event', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);
  const body = { ...event, transactionId: 'once' };

  const first = await microsoft.call(token, 'POST', '/me/events', body);
  const second = await microsoft.call(token, 'POST', '/me/events', body);

  expect([first.status, second.status]).toEqual([201, 409]);
  expect(second.body.error.code).toBe('ErrorDuplicateTransactionId');
});

test.each([
  "/me/events?$filter=subject eq 'x'",
  '/me/calendars?$expand=events',
  `/me/calendar/calendarView?${window}&$skiptoken=made-up`,
  `/me/calendar/calendarView?${window}&$orderby=subject`,
  '/me/calendar/calendarView',
])('%s is refused', async (path) => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);

  expect((await microsoft.call(token, 'GET', path)).status).toBe(400);
});

test('a page names the next one by its whole address', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);

  const first = await microsoft.call(token, 'GET', `/me/calendar/calendarView?${window}&$top=3`);
  const next = new URL(first.body['@odata.nextLink'] as string);
  const second = await microsoft.call(token, 'GET', next.pathname.replace('/v1.0', '') + next.search);

  expect(next.origin).toBe('https://graph.microsoft.com');
  expect(first.body.value).toHaveLength(3);
  expect(second.body.value[0].id).not.toBe(first.body.value[0].id);
});

test('pieces come in order, in multiples of 320 KiB, and without a token', async () => {
  await using microsoft = await Microsoft.start();
  const { access_token: token } = await microsoft.grant(all);
  const begun = await microsoft.call(token, 'POST', '/me/drive/items/root:/a.bin:/createUploadSession', {});
  const url = begun.body.uploadUrl as string;
  const put = (range: string, body: string, more: Record<string, string> = {}) =>
    microsoft.signed(url, 'PUT', { 'content-range': range, 'content-type': 'application/octet-stream', ...more }, body);
  const piece = 'x'.repeat(327_680);

  const odd = await put('bytes 0-9/327690', '0123456789');
  const withToken = await put('bytes 0-327679/327690', piece, { authorization: `Bearer ${token}` });
  const first = await put('bytes 0-327679/327690', piece);
  const twice = await put('bytes 0-327679/327690', piece);
  const last = await put('bytes 327680-327689/327690', '0123456789');

  expect([odd, withToken, first, twice, last].map(({ status }) => status)).toEqual([400, 401, 202, 416, 201]);
  expect(first.body.nextExpectedRanges).toEqual(['327680-327689']);
  expect(last.body).toMatchObject({ name: 'a.bin', size: 327_690 });
});

test('the page of an account shows its calendars and files to people', async () => {
  await using microsoft = await Microsoft.start();

  const page = await (await fetch(`${microsoft.sandbox.url}/?provider=microsoft`)).text();

  expect(page).toContain('Team stand-up');
  expect(page).toContain('Contract.pdf');
});

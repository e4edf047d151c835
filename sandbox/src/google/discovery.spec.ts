import { describe, expect, test } from '@jest/globals';
import { Discovery, type DiscoveryMethod } from '@switchboard/testing/discovery';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Fixture, type Reply } from '../fixture.ts';
import { systemClock } from '../kit/clock.ts';
import { Quotas } from '../kit/quotas.ts';
import { Store } from '../kit/store.ts';
import { calendarMethods } from './calendar/index.ts';
import { EventBody } from './calendar/model.ts';
import { gmailMethods } from './gmail/index.ts';
import { Draft, Label, Message } from './gmail/bodies.ts';
import { peopleMethods } from './people/index.ts';
import { userinfoMethods } from './userinfo/index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/specs/google');
const here = existsSync(folder);
if (!here)
  process.stderr.write(
    '\nLEFT OUT: the sandbox is not held against Discovery documents, ../shared/specs is not here.\n',
  );

const kit = { store: new Store(), clock: systemClock, quotas: new Quotas(systemClock), seed: 7, clients: [] };
const served = [
  ['gmail.v1', 'https://gmail.googleapis.com', gmailMethods(kit)],
  ['calendar.v3', 'https://www.googleapis.com', calendarMethods(kit)],
  ['people.v1', 'https://people.googleapis.com', peopleMethods(kit)],
  ['oauth2.v2', 'https://www.googleapis.com', userinfoMethods],
] as const;
const apis = served.flatMap(([name]) => Discovery.load(folder, name) ?? []);
const declared = (id: string): DiscoveryMethod | undefined =>
  apis.map((api) => methodOf(api.document, id)).find(Boolean);

interface Resources {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, Resources>>;
}
const methodOf = (resource: Resources, id: string): DiscoveryMethod | undefined =>
  Object.values(resource.methods ?? {}).find((method) => method.id === id) ??
  Object.values(resource.resources ?? {})
    .map((inner) => methodOf(inner, id))
    .find(Boolean);

const full = [
  'https://mail.google.com/',
  'calendar',
  'contacts',
  'contacts.other.readonly',
  'openid',
  'email',
  'profile',
];

/** Holds an answer against the description of the method that gave it. */
function findings(http: string, official: string, reply: Reply): string[] {
  const url = new URL(official);
  for (const api of apis) {
    const match = api.match({ method: http, url });
    if (match) return api.answerFindings(match.method, reply.status === 204 ? undefined : reply.body);
  }
  return [`no method for ${http} ${official}`];
}

(here ? describe : describe.skip)("held against Google's Discovery documents", () => {
  test.each(served.flatMap(([, , methods]) => methods.map((method) => [method.id, method] as const)))(
    '%s asks for the scopes and takes the parameters that Google declares',
    (id, method) => {
      const official = declared(id);

      expect(official).toBeDefined();
      expect([...method.scopes].sort().filter((scope) => scope !== 'openid')).toEqual(
        [...(official!.scopes ?? [])].sort().filter((scope) => scope !== 'openid'),
      );
      const query = Object.entries(official!.parameters ?? {})
        .filter(([, parameter]) => parameter.location === 'query')
        .map(([name]) => name);
      expect(Object.keys(method.query.shape as object).sort()).toEqual(query.sort());
      expect(method.http).toBe(official!.httpMethod);
      expect(method.body !== undefined).toBe(official!.request !== undefined);
    },
  );

  test.each([
    ['Event', EventBody, 'calendar.v3'],
    ['Message', Message, 'gmail.v1'],
    ['Draft', Draft, 'gmail.v1'],
    ['Label', Label, 'gmail.v1'],
  ] as const)('the fields of %s are exactly those Google declares', (name, schema, api) => {
    const document = Discovery.load(folder, api)!.document;

    expect(Object.keys((schema as z.ZodObject).shape as object).sort()).toEqual(
      Object.keys(document.schemas[name]!.properties!).sort(),
    );
  });

  test('every answer of every method fits its schema', async () => {
    await using fixture = await Fixture.start();
    const { access_token } = await fixture.grant(full);
    const wrong: string[] = [];
    const called = new Set<string>();
    const call = async (http: string, official: string, body?: unknown): Promise<Reply> => {
      const reply = await fixture.call(access_token, http, official, body);
      if (reply.status >= 300) wrong.push(`${http} ${official}: ${reply.status} ${JSON.stringify(reply.body)}`);
      wrong.push(...findings(http, official, reply).map((finding) => `${http} ${official}: ${finding}`));
      for (const api of apis) called.add(api.match({ method: http, url: new URL(official) })?.method.id ?? '');
      return reply;
    };

    await callMail(call);
    await callCalendar(call);
    await callRest(call);

    expect(wrong).toEqual([]);
    const all = served.flatMap(([, , methods]) => methods.map((method) => method.id));
    expect(all.filter((id) => !called.has(id))).toEqual([]);
  });
});

type CallOf = (http: string, official: string, body?: unknown) => Promise<Reply>;

async function callMail(call: CallOf): Promise<void> {
  const gmail = 'https://gmail.googleapis.com/gmail/v1/users/me';
  const raw = Buffer.from('To: jonas.weld.demo@gmail.com\r\nSubject: Held\r\n\r\nHi').toString('base64url');
  await call('GET', `${gmail}/profile`);
  await call('GET', `${gmail}/settings/sendAs`);
  const start = (await call('GET', `${gmail}/profile`)).body.historyId;
  const list = await call('GET', `${gmail}/messages?q=has:attachment`);
  const id = list.body.messages[0].id;
  for (const format of ['full', 'metadata', 'minimal', 'raw'])
    await call('GET', `${gmail}/messages/${id}?format=${format}`);
  const { body } = await call('GET', `${gmail}/messages/${id}`);
  const file = body.payload.parts.find((part: { filename: string }) => part.filename);
  await call('GET', `${gmail}/messages/${id}/attachments/${file.body.attachmentId}`);
  const sent = await call('POST', `${gmail}/messages/send`, { raw });
  await call('POST', `${gmail}/messages/${id}/modify`, { addLabelIds: ['STARRED'] });
  await call('POST', `${gmail}/messages/batchModify`, { ids: [id], removeLabelIds: ['STARRED'] });
  await call('POST', `${gmail}/messages/${id}/trash`);
  await call('POST', `${gmail}/messages/${id}/untrash`);
  await call('GET', `${gmail}/history?startHistoryId=${start}`);
  await call('POST', `${gmail}/messages/batchDelete`, { ids: [sent.body.id] });
  await call('DELETE', `${gmail}/messages/${id}`);
  const threads = await call('GET', `${gmail}/threads`);
  const thread = `${gmail}/threads/${threads.body.threads[0].id}`;
  await call('GET', thread);
  await call('POST', `${thread}/modify`, { addLabelIds: ['STARRED'] });
  await call('POST', `${thread}/trash`);
  await call('POST', `${thread}/untrash`);
  const draft = await call('POST', `${gmail}/drafts`, { message: { raw } });
  await call('GET', `${gmail}/drafts`);
  await call('GET', `${gmail}/drafts/${draft.body.id}`);
  await call('PUT', `${gmail}/drafts/${draft.body.id}`, { message: { raw } });
  await call('POST', `${gmail}/drafts/send`, { id: draft.body.id });
  const other = await call('POST', `${gmail}/drafts`, { message: { raw } });
  await call('DELETE', `${gmail}/drafts/${other.body.id}`);
  const label = await call('POST', `${gmail}/labels`, { name: 'Held' });
  await call('GET', `${gmail}/labels`);
  await call('GET', `${gmail}/labels/${label.body.id}`);
  await call('PATCH', `${gmail}/labels/${label.body.id}`, {
    color: { textColor: '#000000', backgroundColor: '#ffffff' },
  });
  await call('PUT', `${gmail}/labels/${label.body.id}`, { name: 'Held fast' });
  await call('DELETE', `${gmail}/labels/${label.body.id}`);
}

async function callCalendar(call: CallOf): Promise<void> {
  const calendar = 'https://www.googleapis.com/calendar/v3';
  const events = `${calendar}/calendars/primary/events`;
  await call('GET', `${calendar}/users/me/calendarList`);
  await call('GET', `${calendar}/users/me/calendarList/primary`);
  await call('GET', `${calendar}/calendars/primary`);
  await call('GET', `${calendar}/users/me/settings`);
  await call('GET', `${calendar}/users/me/settings/timezone`);
  await call('GET', `${events}?maxResults=2500&showDeleted=true`);
  await call('GET', `${events}?maxResults=2500&singleEvents=true`);
  const time = (hour: number) => ({ dateTime: `2027-01-04T${hour}:00:00+01:00`, timeZone: 'Europe/Berlin' });
  const made = await call('POST', `${events}?conferenceDataVersion=1`, {
    summary: 'Held',
    start: time(10),
    end: time(11),
    recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    attendees: [{ email: 'jonas.weld.demo@gmail.com' }],
    conferenceData: { createRequest: { requestId: 'held' } },
    reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
  });
  const path = `${events}/${made.body.id}`;
  await call('GET', path);
  const instances = await call('GET', `${path}/instances`);
  await call('PATCH', `${events}/${instances.body.items[1].id}`, { summary: 'Held once' });
  await call('PUT', path, made.body);
  await call(
    'POST',
    `${path}/move?destination=${encodeURIComponent('fernhill-studio-team@group.calendar.google.com')}`,
  );
  const single = await call('POST', events, { start: { date: '2027-01-05' }, end: { date: '2027-01-06' } });
  await call('DELETE', `${events}/${single.body.id}`);
  await call('POST', `${calendar}/freeBusy`, {
    timeMin: '2026-11-01T00:00:00Z',
    timeMax: '2026-12-01T00:00:00Z',
    items: [{ id: 'primary' }, { id: 'x@example.org' }],
  });
}

async function callRest(call: CallOf): Promise<void> {
  const people = 'https://people.googleapis.com/v1';
  const mask = 'names,emailAddresses,phoneNumbers,photos,organizations,metadata';
  await call('GET', `${people}/people/me?personFields=${mask},locales`);
  await call('GET', `${people}/people/me/connections?personFields=${mask}`);
  await call('GET', `${people}/people:searchContacts?query=priya&readMask=${mask}`);
  await call('GET', `${people}/otherContacts?readMask=names,emailAddresses,metadata`);
  await call('GET', `${people}/otherContacts:search?query=oskar&readMask=names`);
  await call('GET', 'https://www.googleapis.com/oauth2/v2/userinfo');
  await call('GET', 'https://www.googleapis.com/userinfo/v2/me');
}

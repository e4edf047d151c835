import { afterAll, expect, test } from '@jest/globals';
import { Client } from './support/client.ts';
import { runSql } from './support/database.ts';
import { Sandbox } from './support/sandbox.ts';
import { startTestHub, usualShape } from './support/hub.ts';

const everything = ['calendar.read', 'calendar.write', 'contacts', 'mail.read', 'mail.send'];
const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const hub = await startTestHub(usualShape);
const sandbox = new Sandbox(hub.sandboxUrl);
const ada = await Client.signedIn(hub);
afterAll(async () => hub[Symbol.asyncDispose]());

const accountOf = async (): Promise<{ id: string; label: string }> => {
  const { body } = await ada.get('/api/v1/connections');
  return body.items.find(({ account }: { account: { email: string } }) => account.email.startsWith('ada.marsh'));
};
const textOf = (parts: readonly { kind: string }[]): string =>
  parts.map((part) => ('text' in part ? String(part.text) : '')).join(' ');

test('denied consent says so in words and connects nothing', async () => {
  const flow = await ada.connect(['calendar.read'], { deny: true });

  expect(flow.body).toMatchObject({
    status: 'failed',
    error: { code: 'consent_denied', message: expect.stringMatching(/\w+ \w+/) },
  });
  expect((await ada.get('/api/v1/connections')).body.items).toEqual([]);
});

test('a box left unticked connects the rest, and the assistant offers exactly what is missing', async () => {
  const flow = await ada.connect(['calendar.read', 'mail.read'], { untick: [scope('gmail.readonly')] });
  expect(flow.body).toMatchObject({
    status: 'succeeded',
    grantedFeatures: expect.arrayContaining(['calendar.read']),
    missingFeatures: ['mail.read'],
  });

  const { id } = await accountOf();
  const refused = await ada.post(`/api/v1/connections/${id}/actions/google.search_mail`, {});
  expect(refused).toMatchObject({ status: 403, body: { code: 'scope_missing', missingFeatures: ['mail.read'] } });

  const { threadId, parts } = await ada.say('who wrote to me this week?');
  const grant = parts.find(({ kind }) => kind === 'grant');
  expect(grant).toMatchObject({ features: ['mail.read'], connectionId: id });

  const begun = await ada.post(`/api/v1/connections/${id}/features`, { features: ['mail.read'] });
  expect((await ada.finish(begun)).body).toMatchObject({ status: 'succeeded', missingFeatures: [] });
  const resumed = await ada.post(`/api/v1/threads/${threadId}/messages`, {
    text: 'who wrote to me this week?',
    resume: true,
  });
  expect(resumed.body.parts).toContainEqual(expect.objectContaining({ kind: 'step', capability: 'mail.search' }));
});

test('O-3 a link that came back once is refused the second time, and nothing changes', async () => {
  const begun = await ada.post('/api/v1/connections', { provider: 'google', features: everything });
  const back = await sandbox.consent(begun.body.authorizationUrl);
  await ada.get(back.pathname + back.search);

  const replay = await ada.get(back.pathname + back.search);

  expect(replay.status).toBeGreaterThanOrEqual(300);
  const flow = await ada.get(`/api/v1/flows/${begun.body.flowId}`);
  expect(flow.body.status).toBe('succeeded');
});

test('O-3 a link that lay too long is refused before anything is exchanged', async () => {
  const begun = await ada.post('/api/v1/connections', { provider: 'google', features: everything });
  const back = await sandbox.consent(begun.body.authorizationUrl);
  const past = "expires_at = clock_timestamp() - interval '1 second'";
  await runSql(hub.hub.ownerDatabaseUrl, `UPDATE auth.flow SET ${past} WHERE id = $1`, [begun.body.flowId]);
  await runSql(hub.hub.ownerDatabaseUrl, `UPDATE auth.flow_state SET ${past} WHERE flow_id = $1`, [begun.body.flowId]);
  const exchanges = async () => (await sandbox.requests()).filter(({ path }) => path === '/token').length;
  const before = await exchanges();

  await ada.get(back.pathname + back.search);

  expect(await exchanges()).toBe(before);
  const flow = await ada.get(`/api/v1/flows/${begun.body.flowId}`);
  expect(flow.body.status).toBe('expired');
});

test('a wrong client secret is said to be the set-up, not the person', async () => {
  const body = { error: 'invalid_client', error_description: 'The provided client secret is invalid.' };
  await sandbox.fault({ match: { path: '/token' }, kind: 'status', status: 401, body });

  const flow = await ada.connect(everything);

  expect(flow.body).toMatchObject({ status: 'failed', error: { code: 'provider_misconfigured' } });
  expect(flow.body.error.message).toMatch(/client|secret|set up/i);
});

test('O-4 another browser cannot finish what this one began', async () => {
  const begun = await ada.post('/api/v1/connections', { provider: 'google', features: everything });
  const back = await sandbox.consent(begun.body.authorizationUrl);

  const stranger = await new Client(hub.url).get(back.pathname + back.search);

  expect(stranger.status === 400 || stranger.status === 303).toBe(true);
  expect((await ada.get(`/api/v1/flows/${begun.body.flowId}`)).body.status).not.toBe('succeeded');
});

test('O-8 another account at reconnect is refused, both are named, and the old one keeps working', async () => {
  const { id } = await accountOf();
  const begun = await ada.post(`/api/v1/connections/${id}/reconnect`, {});

  const flow = await ada.finish(begun, { account: 'jonas.weld.demo@gmail.com' });

  expect(flow.body).toMatchObject({ status: 'failed', error: { code: 'account_mismatch' } });
  expect(flow.body.error.message).toMatch(/ada\.marsh.*jonas\.weld|jonas\.weld.*ada\.marsh/);
  expect((await ada.post(`/api/v1/connections/${id}/test`)).body).toMatchObject({ ok: true });
});

test('an API that is not enabled in the Google project is said with what to do', async () => {
  const { id } = await accountOf();
  const message = 'Google Calendar API has not been used in project 1 before or it is disabled.';
  await sandbox.fault({
    match: { path: '/calendar/v3' },
    kind: 'status',
    status: 403,
    body: {
      error: { code: 403, message, errors: [{ domain: 'usageLimits', reason: 'accessNotConfigured', message }] },
    },
  });

  const answer = await ada.post(`/api/v1/connections/${id}/actions/google.list_calendars`, {});

  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'provider_misconfigured', detail: expect.stringMatching(/enable/i) },
  });
});

test('a past date becomes a card that says so', async () => {
  const { parts } = await ada.say('Lunch with Priya on 3 March 2020 at 1pm');

  const card = await ada.card(parts);

  expect(card.warnings).toContain('This lies in the past.');
});

test('an impossible time is asked again, and the answer completes what was said before', async () => {
  const { threadId, parts } = await ada.say('Meet Priya tomorrow at 25:00');
  expect(textOf(parts)).toMatch(/25:00/);

  const next = await ada.say('tomorrow at 15:00', threadId);

  const card = await ada.card(next.parts);
  expect(JSON.stringify(card.steps[0].input)).toContain('priya@fernhill.example');
});

test('an ambiguous name is asked with both people, and the choice goes on', async () => {
  const { threadId, parts } = await ada.say('Meet Sara tomorrow at 4pm');
  const choices = parts.find(({ kind }) => kind === 'choices') as { choices?: { label: string }[] } | undefined;
  expect(choices?.choices?.map(({ label }) => label).sort()).toEqual([
    'Sara Demir <sara.demir@quillworks.example>',
    'Sara Whitlock <sara.whitlock@harborline.example>',
  ]);

  const next = await ada.say('the second one', threadId);

  const card = await ada.card(next.parts);
  expect(card.steps[0].input.attendees).toHaveLength(1);
});

test('two accounts without a default are asked for, and the chosen one acts', async () => {
  const second = await ada.connect(everything, { account: 'jonas.weld.demo@gmail.com' });
  expect(second.body.status).toBe('succeeded');
  const all = (await ada.get('/api/v1/connections')).body.items;
  for (const { id } of all) await ada.patch(`/api/v1/connections/${id}`, { defaultFor: [] });

  const { threadId, parts } = await ada.say('Focus time tomorrow at 8am');
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'choices', slot: 'account' }));
  const next = await ada.say('2', threadId);

  const card = await ada.card(next.parts);
  expect(card.status).toBe('open');
  await ada.delete(`/api/v1/connections/${second.body.connectionId}`);
  const { id } = await accountOf();
  await ada.patch(`/api/v1/connections/${id}`, { defaultFor: everything });
});

test('an event that was cancelled meanwhile is not changed, and the card says why', async () => {
  const { id } = await accountOf();
  const input = { title: 'Fleeting', start: at(15), end: at(16) };
  const made = await ada.post(`/api/v1/connections/${id}/actions/google.create_event`, input);
  expect(made.status).toBe(200);
  const { id: eventId } = made.body;
  await ada.post(`/api/v1/connections/${id}/actions/google.cancel_event`, { eventId });

  const refused = await ada.post('/api/v1/proposals', {
    steps: [{ capability: 'calendar.update_event', input: { eventId, title: 'Later' } }],
  });

  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.body.detail).toMatch(/cancel|gone|no longer|deleted/i);
});

test('24 MB are staged and sent; 30 MB are refused with Gmail’s limit named', async () => {
  const { id } = await accountOf();
  const letter = async (bytes: number) => {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="scan.bin"',
    };
    const staged = await ada.post('/api/v1/files', Buffer.alloc(bytes, 7), headers);
    expect(staged.status).toBe(201);
    const input = {
      to: [{ email: 'jonas.weld.demo@gmail.com' }],
      subject: 'Scan',
      text: 'Here.',
      attachments: [{ fileId: staged.body.id }],
    };
    return ada.post(`/api/v1/connections/${id}/actions/google.send_mail`, input);
  };

  const sent = await letter(24 * 1024 * 1024);
  const refused = await letter(30 * 1024 * 1024);

  expect(sent.status).toBe(200);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.body.detail).toMatch(/25 ?MB/);
}, 90_000);

test('emoji and right-to-left text arrive byte for byte', async () => {
  const { id } = await accountOf();
  const title = 'פגישה 🎉 مع Priya 👩‍💻';

  const made = await ada.post(`/api/v1/connections/${id}/actions/google.create_event`, {
    title,
    start: at(10),
    end: at(11),
  });

  expect(made.body.title).toBe(title);
});

test('two tabs that confirm one card run it once', async () => {
  const { parts } = await ada.say('Yoga tomorrow at 11am for 15 minutes');
  const card = await ada.card(parts);
  const confirm = () => ada.post(`/api/v1/proposals/${card.id}/confirm`, { digest: card.digest });

  const both = await Promise.all([confirm(), confirm()]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('proposal_closed');
});

test('out of scope is said plainly, with examples of what can be done', async () => {
  const { parts } = await ada.say('order me a pizza');

  expect(textOf(parts)).toMatch(/calendar/i);
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'suggestions' }));
});

function at(hour: number): { dateTime: string; timeZone: string } {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  return { dateTime: `${day}T${hour}:00:00Z`, timeZone: 'Europe/London' };
}

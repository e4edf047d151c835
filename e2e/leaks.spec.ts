import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { natsAvailable, startTestNats } from '@switchboard/testing';
import { listenToBus } from './support/bus-listener.ts';
import { Client } from './support/client.ts';
import { type HubProcess, startHubProcess } from './support/hub-process.ts';
import { dumpDatabase, leaksIn } from './support/leaks.ts';
import { owner } from './support/hub.ts';
import { Sandbox } from './support/sandbox.ts';

const features = ['calendar.read', 'calendar.write', 'contacts', 'mail.read', 'mail.send'];
const whereInstalled = natsAvailable() ? test : test.skip;
const password = `canary-${randomBytes(12).toString('hex')}`;
const thirdPartyKey = `sk-canary-${randomBytes(12).toString('hex')}`;

/** What the sandbox gave out, by kind; it keeps that in a file of its own. */
async function issued({ folder }: HubProcess): Promise<Record<string, string[]>> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { tree } = JSON.parse(readFileSync(path.join(folder, 'sandbox.json'), 'utf8')) as {
    tree: { 'google.oauth': { models: Record<string, Record<string, unknown>> } };
  };
  const { models } = tree['google.oauth'];
  const kinds = ['AccessToken', 'RefreshToken', 'AuthorizationCode'];
  return Object.fromEntries(kinds.map((kind) => [kind, Object.keys(models[kind] ?? {})]));
}

/** The files of the data folder that are not the sandbox's own or keep no secret by their purpose. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^(?:sandbox\.json|secrets)/.test(name) && statSync(path.join(folder, name)).isFile())
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
}

/** What a person does on a busy day. */
async function wholeDay(hub: HubProcess, ada: Client): Promise<Record<string, string[]>> {
  const sandbox = new Sandbox(hub.sandboxUrl);
  const flow = await ada.connect(features);
  const { connectionId } = flow.body;
  const early = await issued(hub);
  await sandbox.expireTokens();
  const google = `/api/v1/connections/${connectionId}`;
  expect((await ada.post(`${google}/actions/google.list_calendars`, {})).status).toBe(200);
  expect((await ada.get(`${google}/proxy/calendar/v3/users/me/calendarList`)).status).toBe(200);
  await ada.get(`${google}/proxy/calendar/v3/users/me/none`);
  const { parts } = await ada.say('Lunch with Priya tomorrow at 1pm');
  const card = await ada.card(parts);
  expect((await ada.post(`/api/v1/proposals/${card.id}/confirm`, { digest: card.digest })).body.status).toBe(
    'succeeded',
  );
  await ada.say('who wrote to me this week?');
  const staged = await ada.post('/api/v1/files', Buffer.from('hello'), {
    'content-type': 'text/plain',
    'content-disposition': 'attachment; filename="note.txt"',
  });
  await ada.get(`/api/v1/files/${staged.body.id}`);
  await sandbox.fault({ match: { path: '/calendar' }, kind: 'garbage' });
  await ada.post(`${google}/actions/google.list_calendars`, {});
  const refusedCode = `4/0A${randomBytes(24).toString('base64url')}`;
  await ada.get(`/oauth/google/callback?state=${randomBytes(32).toString('base64url')}&code=${refusedCode}`);
  await ada.post('/api/v1/sessions', { email: owner.email, password: `wrong-${password}` });
  expect((await ada.post('/api/v1/secrets', { name: 'Places', value: thirdPartyKey })).status).toBe(201);
  await ada.get('/api/v1/secrets');
  await ada.post(`${google}/refresh`);
  const late = await issued(hub);
  for (const path of ['connections', 'runs', 'audit', 'proposals', 'status', 'providers', 'sessions'])
    expect((await ada.get(`/api/v1/${path}`)).status).toBe(200);
  await ada.get(google);
  expect((await ada.delete(google)).status).toBe(200);
  const all = Object.keys(early).map((kind) => [kind, [...new Set([...(early[kind] ?? []), ...(late[kind] ?? [])])]]);
  return { ...Object.fromEntries(all), 'refused code': [refusedCode] };
}

whereInstalled(
  'V-12 V-11 O-18 V-10 after a full day no secret lies in a log, a row, an answer, a file, or in what a listener on every subject hears',
  async () => {
    await using nats = await startTestNats();
    using bus = await listenToBus(nats.port);
    await using hub = await startHubProcess({ NATS_URL: nats.url, LOG_LEVEL: 'trace', SWB_OWNER_PASSWORD: password });
    const ada = new Client(hub.url);
    await ada.post('/api/v1/sessions', { email: owner.email, password });
    const made = await ada.post('/api/v1/api-keys', { name: 'script', scopes: ['connections:read'] });
    const bo = new Client(hub.url, made.body.key);
    await bo.get('/api/v1/connections');
    ada.answers.length = 0;

    const tokens = await wholeDay(hub, ada);

    const clients = JSON.parse(readFileSync(path.join(hub.folder, 'secrets', 'sandbox-clients.json'), 'utf8')) as {
      clientSecret: string;
    }[];
    const canaries = {
      ...tokens,
      'client secret': clients.map(({ clientSecret }) => clientSecret),
      'API key': [String(made.body.key).split('_').at(-2) ?? ''],
      password: [password],
      'session token': [ada.sessionToken()],
      'third-party key': [thirdPartyKey],
    };
    expect(Object.values(canaries).every((values) => values.length > 0 && values.every((one) => one.length > 20))).toBe(
      true,
    );
    const { text, messages } = bus.heard();
    expect(messages).toBeGreaterThan(50);
    expect(hub.logs().length).toBeGreaterThan(20);
    const places = {
      logs: hub.logs(),
      answers: [...ada.answers, ...bo.answers].join('\n'),
      files: filesOf(hub.folder),
      ...(await dumpDatabase(hub.databaseUrl)),
    };

    expect(leaksIn(places, canaries)).toEqual([]);
    expect(leaksIn({ bus: text }, canaries)).toEqual([]);
  },
  120_000,
);

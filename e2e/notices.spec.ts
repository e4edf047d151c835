import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { Client } from './support/client.ts';
import { owner, startTestHub, usualShape } from './support/hub.ts';
import { Sandbox } from './support/sandbox.ts';

const jonas = 'jonas.weld.demo@gmail.com';

const hub = await startTestHub(usualShape);
const sandbox = new Sandbox(hub.sandboxUrl);
const ada = await Client.signedIn(hub);
afterAll(async () => hub[Symbol.asyncDispose]());

const notices = async () => (await ada.get('/api/v1/notices')).body.items;
const sent = async (): Promise<{ id: string }[]> =>
  (await ada.get('/api/v1/runs?action=google.send_mail&status=succeeded')).body.items;

async function until<T>(find: () => Promise<T[]>): Promise<T[]> {
  const end = Date.now() + 30_000;
  let found = await find();
  while (found.length === 0 && Date.now() < end) {
    await sleep(100);
    found = await find();
  }
  return found;
}

/** Ends every grant at the provider, and has the hub notice it on one connection. */
async function endAndUse(connectionId: string): Promise<void> {
  await sandbox.revokeGrants();
  const answer = await ada.post(`/api/v1/connections/${connectionId}/refresh`);
  expect(answer.body.code).toBe('reconnect_required');
}

test('a connection that ended is on the dashboard at once, and is sent by mail only once its person wants that', async () => {
  const { connectionId } = (await ada.connect(['calendar.read'], { account: jonas })).body;
  await endAndUse(connectionId);
  expect(await until(notices)).toMatchObject([{ connectionId, kind: 'needs_you', label: jonas }]);
  expect(await sent()).toEqual([]);

  const again = await ada.connect(['calendar.read'], { account: jonas });
  expect(again.body.connectionId).toBe(connectionId);
  expect(await notices()).toEqual([]);
  expect((await ada.patch('/api/v1/me', { notifyBy: 'mail' })).body.notifyBy).toBe('mail');
  await sandbox.revokeGrants();
  await ada.connect(['mail.send']);
  await ada.post(`/api/v1/connections/${connectionId}/refresh`);

  const [run] = await until(sent);
  expect(run).toMatchObject({ via: 'service', accountLabel: 'ada.marsh.demo@gmail.com' });
  const { body } = await ada.get(`/api/v1/runs/${run!.id}`);
  expect(body.input).toMatchObject({ to: [{ email: owner.email }], subject: expect.stringContaining(jonas) });
  const told = async () => (await notices()).filter(({ toldBy }: { toldBy?: string }) => toldBy);
  expect(await until(told)).toMatchObject([{ connectionId, kind: 'needs_you', toldBy: 'mail' }]);
  await ada.post(`/api/v1/connections/${connectionId}/refresh`);
  expect(await sent()).toHaveLength(1);
});

test('what one connection was used for is counted, and its feature matrix says what each feature opens', async () => {
  const { connectionId } = (await ada.connect(['calendar.read'])).body;
  await ada.post(`/api/v1/connections/${connectionId}/actions/google.list_calendars`, {});

  const usage = (await ada.get(`/api/v1/connections/${connectionId}/usage`)).body;
  const { featureMatrix } = (await ada.get(`/api/v1/connections/${connectionId}`)).body;

  expect(usage.actions).toContainEqual(
    expect.objectContaining({ action: 'google.list_calendars', calls: 1, errors: 0 }),
  );
  const opens = (feature: string) => featureMatrix.find((row: { feature: string }) => row.feature === feature).actions;
  expect(opens('calendar.read')).toContainEqual(
    expect.objectContaining({ ref: 'google.list_calendars', available: true, missing: [] }),
  );
  expect(opens('calendar.write')).toContainEqual(
    expect.objectContaining({ ref: 'google.create_event', available: false, missing: ['calendar.write'] }),
  );
});

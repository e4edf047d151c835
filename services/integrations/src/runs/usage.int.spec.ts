import { expect, test } from '@jest/globals';
import { ActionsService } from '../actions/actions.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { UsageService } from './usage.service.ts';

const days = 30;
const list = { action: 'notes.list_notes' as never, input: {} };
const write = { action: 'notes.write_note' as never, input: { text: 'Milk' } };

test('usage counts calls, errors and last use of a connection, by action, reads and writes alike', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id: connectionId } = connect(hub.auth, ada);
  const run = hub.get(ActionsService);
  for (let round = 0; round < 3; round++) await run.run(list, ada);
  hub.notes.losesNextRequest = true;
  await run.run(write, ada).catch(() => undefined);

  const usage = await hub.get(UsageService).of({ connectionId, days }, ada);

  expect(usage).toMatchObject({ calls: 4, errors: 1 });
  expect(usage.actions).toMatchObject([
    { action: 'notes.list_notes', calls: 3, errors: 0, averageMs: expect.any(Number) },
    { action: 'notes.write_note', calls: 1, errors: 1 },
  ]);
  expect(usage.lastUsedAt).toBe(usage.actions[1]?.lastUsedAt);
});

test('A-2 A-6 of another person’s connection, or beside a key’s own, nothing was used', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id: connectionId } = connect(hub.auth, ada);
  const other = connect(hub.auth, ada, { defaultFor: [] });
  await hub.get(ActionsService).run(list, ada);
  const usages = hub.get(UsageService);
  const key = { ...ada, claims: { ...ada.claims, connectionId: other.id } };

  expect((await usages.of({ connectionId, days }, ada)).calls).toBe(1);
  expect((await usages.of({ connectionId, days }, person())).calls).toBe(0);
  expect((await usages.of({ connectionId, days }, key)).calls).toBe(0);
});

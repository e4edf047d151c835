import { expect, test } from '@jest/globals';
import { RunsService } from '../runs/runs.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { ActionsService } from './actions.service.ts';

const writeNote = { action: 'notes.write_note' as never, input: { text: 'Milk' } };

test('R-1 a lost answer is looked up by the marker: one effect, and the run succeeded (F-27)', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  hub.notes.losesNextAnswer = true;

  const { runId, output } = await hub.get(ActionsService).run(writeNote, ada);

  expect(output).toMatchObject({ text: 'Milk' });
  expect(hub.notes.notes).toHaveLength(1);
  await expect(hub.get(RunsService).get({ runId }, ada)).resolves.toMatchObject({ status: 'succeeded' });
});

test('R-1 a lost request that did nothing says so and may be tried again', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  hub.notes.losesNextRequest = true;

  await expect(hub.get(ActionsService).run(writeNote, ada)).rejects.toMatchObject({ code: 'provider_unavailable' });
  expect(hub.notes.notes).toHaveLength(0);
  expect(hub.notes.writes).toHaveLength(1);
});

test('A-4 a foreign connection id answers as an unknown one and makes no call', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id } = connect(hub.auth, ada);

  await expect(hub.get(ActionsService).run({ ...writeNote, connectionId: id }, person())).rejects.toMatchObject({
    code: 'connection_unknown',
  });
  expect(hub.notes.calls).toHaveLength(0);
});

test('A-6 a key limited to one connection cannot use another', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const first = connect(hub.auth, ada);
  const second = connect(hub.auth, ada);
  const key = { ...ada, claims: { ...ada.claims, via: 'api_key' as const, connectionId: first.id } };

  await expect(hub.get(ActionsService).run({ ...writeNote, connectionId: second.id }, key)).rejects.toMatchObject({
    code: 'connection_unknown',
  });
  expect(hub.notes.calls).toHaveLength(0);
});

test('A-3 a caller without actions:write can read but not write', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const reader = { ...ada, claims: { ...ada.claims, permissions: ['actions:read' as const] } };

  await expect(
    hub.get(ActionsService).run({ action: 'notes.list_notes' as never, input: {} }, reader),
  ).resolves.toMatchObject({ output: { notes: [] } });
  await expect(hub.get(ActionsService).run(writeNote, reader)).rejects.toMatchObject({ code: 'not_permitted' });
  expect(hub.notes.writes).toHaveLength(0);
});

test('O-9 a feature that was not granted answers scope_missing without a call', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id } = connect(hub.auth, ada, { features: ['notes.read'] });

  await expect(hub.get(ActionsService).run({ ...writeNote, connectionId: id }, ada)).rejects.toMatchObject({
    code: 'scope_missing',
    details: { missingFeatures: ['notes.write'] },
  });
  expect(hub.notes.calls).toHaveLength(0);
});

test('a refused token is replaced once and the call goes on', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id } = connect(hub.auth, ada);
  hub.notes.refusedTokens.add(`Bearer token-${id}`);

  const { output } = await hub.get(ActionsService).run(writeNote, ada);

  expect(output).toMatchObject({ text: 'Milk' });
  expect(hub.auth.issued.map(({ rejected }) => rejected !== undefined)).toEqual([false, true]);
});

test('two accounts without a default ask which one', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada, { defaultFor: [], label: 'Home' });
  connect(hub.auth, ada, { defaultFor: [], label: 'Work' });

  await expect(hub.get(ActionsService).run(writeNote, ada)).rejects.toMatchObject({
    code: 'connection_ambiguous',
    details: { choices: [{ label: 'Home' }, { label: 'Work' }] },
  });
});

test('A-2 another person sees neither runs nor files', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const { runId } = await hub.get(ActionsService).run(writeNote, ada);

  const eve = person();
  await expect(hub.get(RunsService).get({ runId }, eve)).rejects.toMatchObject({ code: 'not_found' });
  await expect(hub.get(RunsService).list({}, eve)).resolves.toEqual({ items: [], nextCursor: undefined });
});

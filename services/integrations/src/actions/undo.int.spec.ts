import { expect, test } from '@jest/globals';
import { RunsService } from '../runs/runs.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { ActionsService } from './actions.service.ts';
import { UndoService } from './undo.service.ts';

const writeNote = { action: 'notes.write_note' as never, input: { text: 'Milk' } };

test('what a form ran is taken back once, and the log says so', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const { runId } = await hub.get(ActionsService).run(writeNote, ada);

  const tries = await Promise.allSettled([1, 2, 3].map(() => hub.get(UndoService).undo({ runId }, ada)));

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(hub.notes.notes).toHaveLength(0);
  await expect(hub.get(RunsService).get({ runId }, ada)).resolves.toMatchObject({ status: 'undone' });
});

test('a read has nothing to undo', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const { runId } = await hub.get(ActionsService).run({ action: 'notes.list_notes' as never, input: {} }, ada);
  await hub.get(RunsService).list({}, ada);

  await expect(hub.get(UndoService).undo({ runId }, ada)).rejects.toMatchObject({ code: 'conflict' });
});

test('A-2 nobody undoes the run of another person', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const { runId } = await hub.get(ActionsService).run(writeNote, ada);

  await expect(hub.get(UndoService).undo({ runId }, person())).rejects.toMatchObject({ code: 'not_found' });
  expect(hub.notes.notes).toHaveLength(1);
});

test('a form that looks up its choices is named in the list of what ran, and can be left out of it', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  await hub.get(ActionsService).run({ action: 'notes.list_notes' as never, input: {}, by: 'form' }, ada);
  await hub.get(ActionsService).run({ ...writeNote, by: 'form' }, ada);

  const { items } = await hub.get(RunsService).list({}, ada);
  const shown = await hub.get(RunsService).list({ without: 'form' }, ada);

  expect(items.map(({ via }) => via).toSorted()).toEqual(['form', 'session']);
  expect(shown.items.map(({ via }) => via)).toEqual(['session']);
});

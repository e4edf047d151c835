import { expect, test } from '@jest/globals';
import { ActionsService } from '../actions/actions.service.ts';
import { ProposalsService } from '../proposals/proposals.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';

const writeNote = { action: 'notes.write_note' as never, input: { text: 'Milk' } };

test('A-5 who has no account is told to connect one; nobody else’s is taken, the owner’s neither', async () => {
  await using hub = await startIntegrations();
  connect(hub.auth, person({ role: 'owner' }));
  const bo = person({ role: 'member' });
  const card = { steps: [{ ...writeNote, assumed: [] }], warnings: [], tainted: false, named: [] };

  await expect(hub.get(ActionsService).run(writeNote, bo)).rejects.toMatchObject({ code: 'connection_missing' });
  await expect(hub.get(ProposalsService).create(card, bo)).rejects.toMatchObject({ code: 'connection_missing' });

  expect(hub.auth.issued).toEqual([]);
  expect(hub.notes.calls).toEqual([]);
});

test('A-5 a key limited to a connection that is gone falls back on no other', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const first = connect(hub.auth, ada);
  connect(hub.auth, ada);
  hub.auth.connections.delete(first.id);
  const key = { ...ada, claims: { ...ada.claims, via: 'api_key' as const, connectionId: first.id } };

  await expect(hub.get(ActionsService).run(writeNote, key)).rejects.toMatchObject({ code: 'connection_unknown' });

  expect(hub.notes.calls).toEqual([]);
});

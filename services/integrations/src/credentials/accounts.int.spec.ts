import { expect, test } from '@jest/globals';
import { ActionsService } from '../actions/actions.service.ts';
import { ProposalsService } from '../proposals/proposals.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';

const list = { action: 'notes.list_notes' as never, input: {} };

test('without a name the default account of the feature acts', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada, { defaultFor: [] });
  const chosen = connect(hub.auth, ada, { label: 'Work' });

  expect(await hub.get(ActionsService).run(list, ada)).toMatchObject({ connectionId: chosen.id, account: 'Work' });
});

test('where it is not clear which account is meant, the candidates are named, and nothing is called', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const home = connect(hub.auth, ada, {
    label: 'Ada',
    defaultFor: [],
    account: { subject: 'a', email: 'a@home.example' },
  });
  const work = connect(hub.auth, ada, {
    label: 'Ada',
    defaultFor: [],
    account: { subject: 'b', email: 'a@work.example' },
  });
  connect(hub.auth, ada, { defaultFor: [], status: 'revocation_pending' });

  await expect(hub.get(ActionsService).run(list, ada)).rejects.toMatchObject({
    code: 'connection_ambiguous',
    details: {
      choices: [
        { id: home.id, label: 'Ada, a@home.example', provider: 'notes', account: 'a@home.example' },
        { id: work.id, label: 'Ada, a@work.example', provider: 'notes', account: 'a@work.example' },
      ],
    },
  });
  expect(hub.auth.issued).toEqual([]);
});

test('a capability is written by the account that is named, whichever provider that is at', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const other = connect(hub.auth, ada, { label: 'Other', defaultFor: [] });
  const mail = { to: [{ email: 'bo@example.com' }], subject: 'Hello', text: 'Hello' };

  const ran = await hub.get(ActionsService).run({ capability: 'mail.send', connectionId: other.id, input: mail }, ada);

  expect(ran).toMatchObject({ action: 'notes.send_mail', connectionId: other.id, account: 'Other' });
});

test('a card shows the account it acts for', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada, { label: 'Notes of Ada' });
  const steps = [{ action: 'notes.write_note' as never, input: { text: 'Milk' }, assumed: [] }];

  const card = await hub.get(ProposalsService).create({ steps, warnings: [], tainted: false, named: [] }, ada);

  expect(card.steps).toMatchObject([{ accountLabel: 'Notes of Ada', account: { email: 'ada@example.com' } }]);
});

import { expect, test } from '@jest/globals';
import type { Caller } from '@switchboard/nest-kit';
import pg from 'pg';
import { ActionsService } from '../actions/actions.service.ts';
import { DecisionsService } from '../proposals/decisions.service.ts';
import { ProposalsService } from '../proposals/proposals.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { RunsService } from './runs.service.ts';

const writeNote = { action: 'notes.write_note' as never, input: { text: 'Milk' } };
const cardFor = (connectionId: string) => ({
  steps: [{ ...writeNote, connectionId: connectionId as never, assumed: [] }],
  warnings: [],
  tainted: false,
  named: [],
});

const limitedTo = (connectionId: string, owner: Caller): Caller => ({
  ...owner,
  claims: { ...owner.claims, via: 'api_key', connectionId: connectionId as never },
});

test('A-6 a key limited to one connection sees runs and cards of no other', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const [first, second] = [connect(hub.auth, ada), connect(hub.auth, ada)];
  const runs = hub.get(RunsService);
  const proposals = hub.get(ProposalsService);
  const own = await hub.get(ActionsService).run({ ...writeNote, connectionId: first.id }, ada);
  const other = await hub.get(ActionsService).run({ ...writeNote, connectionId: second.id }, ada);
  const ownCard = await proposals.create(cardFor(first.id), ada);
  const otherCard = await proposals.create(cardFor(second.id), ada);
  const key = limitedTo(first.id, ada);

  expect((await runs.list({}, key)).items.map(({ id }) => id)).toEqual([own.runId]);
  expect((await runs.list({ connectionId: second.id }, key)).items).toEqual([]);
  await expect(runs.get({ runId: other.runId }, key)).rejects.toMatchObject({ code: 'not_found' });
  expect((await proposals.list({}, key)).items.map(({ id }) => id)).toEqual([ownCard.id]);
  await expect(proposals.get(otherCard.id, key)).rejects.toMatchObject({ code: 'proposal_unknown' });
  expect((await runs.list({}, ada)).items).toHaveLength(2);
  expect((await proposals.list({}, ada)).items).toHaveLength(2);
});

test('R-1 a write that was done and could not be written down is said to be unknown, never to have failed', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const owner = new pg.Client({ connectionString: hub.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE FUNCTION audit.refuse_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.event = 'run.ended' THEN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER refuse_end BEFORE INSERT ON audit.rows FOR EACH ROW EXECUTE FUNCTION audit.refuse_end();`);
  await owner.end();

  await expect(hub.get(ActionsService).run(writeNote, ada)).rejects.toMatchObject({ code: 'outcome_unknown' });

  expect(hub.notes.notes).toHaveLength(1);
  expect((await hub.get(RunsService).list({}, ada)).items).toMatchObject([{ status: 'running' }]);
});

test('R-1 a card that ran and could not be closed is said to be unknown, and does not run again', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id: connectionId } = connect(hub.auth, ada);
  const { id: proposalId, digest } = await hub.get(ProposalsService).create(cardFor(connectionId), ada);
  const owner = new pg.Client({ connectionString: hub.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE FUNCTION integrations.refuse_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.status = 'succeeded' THEN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER refuse_end BEFORE UPDATE ON integrations.proposals FOR EACH ROW
      EXECUTE FUNCTION integrations.refuse_end();`);
  await owner.end();
  const confirm = () => hub.get(DecisionsService).confirm({ proposalId, digest }, ada);

  await expect(confirm()).rejects.toMatchObject({ code: 'outcome_unknown' });
  await expect(confirm()).rejects.toMatchObject({ code: 'proposal_closed' });

  expect(hub.notes.notes).toHaveLength(1);
});

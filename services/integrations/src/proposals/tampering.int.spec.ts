import { expect, test } from '@jest/globals';
import type { Proposal } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { Readable } from 'node:stream';
import pg from 'pg';
import { CredentialsService } from '../credentials/credentials.service.ts';
import { FilesService } from '../files/files.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { DecisionsService } from './decisions.service.ts';
import { ProposalsService } from './proposals.service.ts';

type Hub = Awaited<ReturnType<typeof startIntegrations>>;

interface Scene {
  readonly hub: Hub;
  readonly ada: Caller;
  readonly card: Proposal;
  readonly fileId: string;
  /** Runs SQL as the owner of the database. */
  readonly sql: (text: string, values?: unknown[]) => Promise<void>;
}

interface Tampering {
  readonly what: string;
  readonly code: string;
  /** Does the harm; may answer who confirms and with what. */
  readonly by: (scene: Scene) => Promise<{ caller?: Caller; digest?: string; proposalId?: string } | void>;
}

const update =
  (set: string) =>
  async ({ sql, card }: Scene) =>
    sql(`UPDATE integrations.proposals SET ${set} WHERE id = $1`, [card.id]);

const tamperings: readonly Tampering[] = [
  { what: 'the client sends another digest', code: 'proposal_changed', by: async () => ({ digest: 'a'.repeat(64) }) },
  {
    what: 'the text in the row is changed',
    code: 'proposal_changed',
    by: update(`plan = jsonb_set(plan, '{steps,0,input,text}', '"Poison"')`),
  },
  {
    what: 'the recipient in the row is changed',
    code: 'proposal_changed',
    by: update(`plan = jsonb_set(plan, '{steps,0,input,to}', '[{"email":"eve@example.com"}]')`),
  },
  {
    what: 'a step is added to the row',
    code: 'proposal_changed',
    by: update(`plan = jsonb_set(plan, '{steps}', plan->'steps' || (plan->'steps'))`),
  },
  {
    what: 'row and digest are changed together',
    code: 'proposal_changed',
    by: update(`plan = jsonb_set(plan, '{steps,0,input,text}', '"Poison"'), digest = repeat('b', 64)`),
  },
  { what: 'another person confirms', code: 'proposal_unknown', by: async () => ({ caller: person() }) },
  { what: 'it is replayed after it ran', code: 'proposal_closed', by: update(`status = 'succeeded'`) },
  {
    what: 'its ten minutes are over',
    code: 'proposal_expired',
    by: update(`expires_at = clock_timestamp() - interval '1 second'`),
  },
  {
    what: 'the connection is another account now',
    code: 'proposal_changed',
    by: async ({ hub }) => {
      for (const [id, one] of hub.auth.connections)
        hub.auth.connections.set(id, { ...one, connection: { ...one.connection, account: { subject: 'subject-2' } } });
    },
  },
  {
    what: 'the action has a new version',
    code: 'proposal_changed',
    by: update(`plan = jsonb_set(plan, '{steps,0,actionVersion}', '0')`),
  },
  {
    what: 'the attached file is another',
    code: 'proposal_changed',
    by: async ({ sql, fileId }) =>
      sql(`UPDATE integrations.files SET sha256 = repeat('0', 64) WHERE id = $1`, [fileId]),
  },
  {
    what: 'the attached file is gone',
    code: 'proposal_changed',
    by: async ({ sql, fileId }) => sql('DELETE FROM integrations.files WHERE id = $1', [fileId]),
  },
  {
    what: 'a second tab edited it meanwhile',
    code: 'proposal_closed',
    by: async ({ hub, card, ada, fileId }) => {
      const input = { text: 'Bread', attachments: [{ fileId }] };
      await hub.get(ProposalsService).edit({ proposalId: card.id, digest: card.digest, steps: [{ input }] }, ada);
    },
  },
];

test.each(tamperings)('P-2 no call is made when $what', async ({ by, code }) => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  const file = await hub
    .get(FilesService)
    .stage({ name: 'a.txt', mediaType: 'text/plain' }, Readable.from([Buffer.from('hello')]), ada);
  const input = { text: 'Milk', attachments: [{ fileId: file.id }] };
  const step = { action: 'notes.write_note' as never, input: input as never, assumed: [] };
  const card = await hub.get(ProposalsService).create({ steps: [step], warnings: [], tainted: false, named: [] }, ada);
  const owner = new pg.Client({ connectionString: hub.ownerUrl });
  await owner.connect();
  const sql = async (text: string, values?: unknown[]) => void (await asService(owner, text, values));

  const changed = (await by({ hub, ada, card, fileId: file.id, sql })) ?? {};
  await owner.end();
  // What was issued for the plan is twenty seconds old at the most; the check asks again after that.
  for (const { connection } of hub.auth.connections.values())
    hub.get(CredentialsService).drop({ connectionId: connection.id, memberId: ada.claims.memberId });

  const { caller = ada, digest = card.digest } = changed;
  await expect(hub.get(DecisionsService).confirm({ proposalId: card.id, digest }, caller)).rejects.toMatchObject({
    code,
  });
  expect(hub.notes.writes).toHaveLength(0);
});

async function asService(owner: pg.Client, text: string, values: unknown[] = []): Promise<void> {
  await owner.query('BEGIN');
  await owner.query("SELECT set_config('swb.service', 'on', true)");
  await owner.query(text, values);
  await owner.query('COMMIT');
}

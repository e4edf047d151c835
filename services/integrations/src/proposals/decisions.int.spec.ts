import { describe, expect, test } from '@jest/globals';
import type { Proposal } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { DecisionsService } from './decisions.service.ts';
import { ProposalsService } from './proposals.service.ts';

type Hub = Awaited<ReturnType<typeof startIntegrations>>;

const propose = (
  hub: Hub,
  caller: Caller,
  input: object = { text: 'Milk' },
  action = 'notes.write_note',
): Promise<Proposal> =>
  hub.get(ProposalsService).create(
    {
      steps: [{ action: action as never, input: input as never, assumed: [] }],
      warnings: [],
      tainted: false,
      named: [],
    },
    caller,
  );

describe('deciding on a card', () => {
  test('runs the plan once, keeps its result, and undo takes it back', async () => {
    await using hub = await startIntegrations();
    const ada = person();
    connect(hub.auth, ada);
    const { id, digest } = await propose(hub, ada);

    const done = await hub.get(DecisionsService).confirm({ proposalId: id, digest }, ada);

    expect(done).toMatchObject({ status: 'succeeded', steps: [{ output: { text: 'Milk' } }] });
    expect(hub.notes.notes).toHaveLength(1);

    const undone = await hub.get(DecisionsService).undo(id, ada);

    expect(undone.status).toBe('undone');
    expect(hub.notes.notes).toHaveLength(0);
  });

  test('P-2 of fifty confirmations at once one runs (F-50)', async () => {
    await using hub = await startIntegrations();
    const ada = person();
    connect(hub.auth, ada);
    const { id, digest } = await propose(hub, ada);

    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => hub.get(DecisionsService).confirm({ proposalId: id, digest }, ada)),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(hub.notes.writes).toHaveLength(1);
  });

  test('a rejected card runs nothing and cannot be confirmed', async () => {
    await using hub = await startIntegrations();
    const ada = person();
    connect(hub.auth, ada);
    const { id, digest } = await propose(hub, ada);

    await hub.get(DecisionsService).reject(id, ada);

    await expect(hub.get(DecisionsService).confirm({ proposalId: id, digest }, ada)).rejects.toMatchObject({
      code: 'proposal_closed',
    });
    expect(hub.notes.writes).toHaveLength(0);
  });

  test('G-2 a destroying card wants a login under five minutes old', async () => {
    await using hub = await startIntegrations();
    const ada = person({ authenticatedAt: Math.floor(Date.now() / 1000) - 301 });
    connect(hub.auth, ada);
    const { id, digest } = await propose(hub, ada, {}, 'notes.burn_notes');

    await expect(hub.get(DecisionsService).confirm({ proposalId: id, digest }, ada)).rejects.toMatchObject({
      code: 'reauthentication_required',
    });
    expect(hub.notes.writes).toHaveLength(0);
  });

  test('P-3 an API key cannot confirm, whatever it may do', async () => {
    await using hub = await startIntegrations();
    const ada = person();
    connect(hub.auth, ada);
    const { id, digest } = await propose(hub, ada);
    const key = { ...ada, claims: { ...ada.claims, via: 'api_key' as const } };

    await expect(hub.get(DecisionsService).confirm({ proposalId: id, digest }, key)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    expect(hub.notes.writes).toHaveLength(0);
  });

  test('an edit makes a new card with a new digest and closes the old one', async () => {
    await using hub = await startIntegrations();
    const ada = person();
    connect(hub.auth, ada);
    const first = await propose(hub, ada);

    const second = await hub
      .get(ProposalsService)
      .edit({ proposalId: first.id, digest: first.digest, steps: [{ input: { text: 'Bread' } }] }, ada);

    expect(second).toMatchObject({ status: 'open', replaces: first.id, steps: [{ input: { text: 'Bread' } }] });
    expect(second.digest).not.toBe(first.digest);
    const old = await hub.get(ProposalsService).get(first.id, ada);
    expect(old).toMatchObject({ status: 'rejected', replacedBy: second.id });
  });
});

import { expect, test } from '@jest/globals';
import { claimNotice, noteNoticeTold } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { RunsService } from '../runs/runs.service.ts';
import { connect, person, startIntegrations } from '../testing/start-integrations.ts';
import { TellingService } from './telling.service.ts';

const noticeId = '01990000-0000-7000-8000-000000000009';

/** What `auth` gives out for one notice, once. */
function giveOut(hub: Awaited<ReturnType<typeof startIntegrations>>, owner: Caller, about: string): void {
  const claims = { ...owner.claims, via: 'service' as const, permissions: ['public', 'self', 'connections:read'] };
  const words = { subject: 'Box must be connected again', text: 'It ended.', to: 'ada@example.com' };
  const telling = { ...words, by: 'mail', about, statement: 'signed', claims };
  hub.auth.others.set(claimNotice.subject, { telling });
  hub.auth.others.set(noteNoticeTold.subject, { noted: true });
}

async function tell(hub: Awaited<ReturnType<typeof startIntegrations>>, owner: Caller): Promise<void> {
  hub.get(TellingService).begin(noticeId, owner);
  await hub.get(TellingService).settle();
}

test('a notice goes by the person’s own default account, is in the runs, and is said to be told', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada);
  giveOut(hub, ada, noticeId);

  await tell(hub, ada);

  expect(hub.notes.notes).toMatchObject([{ text: 'ada@example.com: Box must be connected again: It ended.' }]);
  const { items } = await hub.get(RunsService).list({}, ada);
  expect(items).toMatchObject([{ action: 'notes.send_mail', via: 'service', status: 'succeeded' }]);
  expect(hub.auth.asked).toContain(noteNoticeTold.subject);
});

test('a notice never goes through the connection it is about', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  const { id } = connect(hub.auth, ada);
  giveOut(hub, ada, id);

  await tell(hub, ada);

  expect(hub.notes.notes).toEqual([]);
  expect(hub.auth.asked).not.toContain(noteNoticeTold.subject);
});

test('nothing is sent where the person did not ask for it, or where it is not clear which account sends', async () => {
  await using hub = await startIntegrations();
  const ada = person();
  connect(hub.auth, ada, { defaultFor: [] });
  hub.auth.others.set(claimNotice.subject, {});

  await tell(hub, ada);
  connect(hub.auth, ada, { defaultFor: [] });
  giveOut(hub, ada, noticeId);
  await tell(hub, ada);

  expect(hub.notes.notes).toEqual([]);
});

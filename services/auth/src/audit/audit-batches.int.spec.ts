import { expect, test } from '@jest/globals';
import { listAudit, verifyAudit } from '@switchboard/contracts';
import { appendAudit, appendAudits, Database } from '@switchboard/nest-kit';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';

const otherHub = '01990000-0000-7000-8000-0000000000aa';

test('L-1 rows appended together make one chain for each hub, in the order given, beside rows appended alone', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { hubId, memberId } = ada.claims;
  const database = await Database.connect({ url: auth.urlAs('integrations'), schema: 'integrations', entities: [] });
  const entry = (at: number) => ({
    who:
      at % 3 === 2 ? { actor: 'nobody' } : { hubId: at % 3 ? otherHub : hubId, memberId, actor: 'spec', traceId: 't' },
    record: { event: 'run.ended', outcome: 'ok' as const, subject: String(at), details: { at, text: 'naïve ☕ "x"' } },
  });
  const all = Array.from({ length: 300 }, (_, at) => entry(at));

  await Promise.all([
    database.asService((manager) => appendAudits(manager, all.slice(0, 150))),
    database.asService((manager) => appendAudit(manager, all[0]!.who, { event: 'alone', outcome: 'denied' })),
    database.asService((manager) => appendAudits(manager, all.slice(150))),
  ]);
  await database.asService((manager) => appendAudits(manager, []));
  await database.close();

  expect(await auth.ask(verifyAudit, {}, ada)).toMatchObject({ intact: true, rows: 302 });
  const { items } = await auth.ask(listAudit, { limit: 100 }, ada);
  const places = items.filter(({ event }) => event === 'run.ended').map(({ subject }) => Number(subject));
  const halves = [places.filter((at) => at >= 150), places.filter((at) => at < 150)];
  for (const half of halves) expect(half).toEqual([...half].sort((a, b) => b - a));
  const chains = await runSql<{ rows: string; service: string }>(
    auth.ownerUrl,
    `SELECT count(*)::text AS rows, min(service) AS service FROM audit.entry WHERE event = 'run.ended' GROUP BY hub_id`,
  );
  expect(chains).toEqual(
    Array.from({ length: 3 }, () => ({ rows: '100', service: expect.stringMatching(/^integrations/) })),
  );
});

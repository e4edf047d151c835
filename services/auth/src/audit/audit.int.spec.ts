import { expect, test } from '@jest/globals';
import { listAudit, verifyAudit } from '@switchboard/contracts';
import { Database } from '@switchboard/nest-kit';
import { readFileSync } from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import path from 'node:path';
import { entities } from '../database/entities.ts';
import { owner, startTestAuth, type TestAuth } from '../testing/start-test-auth.ts';
import { join } from '../testing/people.ts';
import { runSql } from '../testing/test-database.ts';
import { AuditLog } from './audit-log.ts';

async function withHistory() {
  const auth = await startTestAuth();
  for (let round = 0; round < 5; round++) await auth.signIn();
  return auth;
}

/** Does what only the database's owner can, and only with the trigger off. */
const tamper = (auth: TestAuth, sql: string) =>
  runSql(auth.ownerUrl, 'ALTER TABLE audit.entry DISABLE TRIGGER ALL').then(() => runSql(auth.ownerUrl, sql));

test('L-1 the chain of a live hub verifies, and its reader pages through it newest first', async () => {
  await using auth = await withHistory();
  const ada = await auth.signIn();

  expect(await auth.ask(verifyAudit, {}, ada)).toMatchObject({ intact: true, rows: 6, checkpoints: 0 });
  const first = await auth.ask(listAudit, { limit: 4 }, ada);
  const second = await auth.ask(listAudit, { limit: 4, cursor: first.nextCursor }, ada);
  expect([...first.items, ...second.items].map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(first.items[0]).toMatchObject({ event: 'session.signed_in', outcome: 'ok', memberId: ada.claims.memberId });
  expect(second.nextCursor).toBeUndefined();
});

test('L-1 rows appended at the same time by many still make one chain', async () => {
  await using auth = await startTestAuth();
  await Promise.all(Array.from({ length: 8 }, () => auth.signIn()));

  expect(await auth.ask(verifyAudit, {}, await auth.signIn())).toMatchObject({ intact: true, rows: 9 });
});

test('L-1 nobody changes a row: not the service, not the owner of the database', async () => {
  await using auth = await withHistory();

  for (const url of [auth.urlAs('auth'), auth.urlAs('gateway'), auth.ownerUrl])
    for (const sql of [`UPDATE audit.entry SET outcome = 'ok'`, 'DELETE FROM audit.entry', 'TRUNCATE audit.entry'])
      await expect(runSql(url, sql)).rejects.toThrow(/permission denied|never changed/);
});

test.each([
  ['an edit', `UPDATE audit.entry SET actor = 'somebody else' WHERE sequence = 3`],
  ['a deletion', 'DELETE FROM audit.entry WHERE sequence = 3'],
  [
    'a changed order',
    `UPDATE audit.entry SET sequence = CASE sequence WHEN 3 THEN 104 ELSE 103 END WHERE sequence IN (3, 4);
    UPDATE audit.entry SET sequence = sequence - 100 WHERE sequence > 100`,
  ],
  ['a cut tail', 'DELETE FROM audit.entry WHERE sequence > 3'],
])('L-1 %s is found', async (_, sql) => {
  await using auth = await withHistory();
  await tamper(auth, sql);

  const verdict = await auth.ask(verifyAudit, {}, await auth.signIn());

  expect(verdict).toMatchObject({ intact: false, problem: expect.any(String) });
});

test('L-1 a tail that is cut with its head is found by the checkpoint outside the database', async () => {
  await using auth = await withHistory();
  const key = createPrivateKey(readFileSync(path.join(auth.keys.folder, 'secrets', 'audit-key.pem')));
  const database = await Database.connect({ url: auth.urlAs('auth'), schema: 'auth', entities });
  const log = new AuditLog(database, key, path.join(auth.keys.folder, 'audit-checkpoints.log'));
  await log.checkpoint(new Date());
  expect(await log.verify()).toMatchObject({ intact: true, checkpoints: 2 });

  await tamper(
    auth,
    `DELETE FROM audit.entry WHERE sequence > 3;
      ALTER TABLE audit.checkpoint DISABLE TRIGGER ALL; DELETE FROM audit.checkpoint;
      UPDATE audit.head SET sequence = 3, hash = (SELECT hash FROM audit.entry WHERE sequence = 3)`,
  );
  const verdict = await log.verify();
  await database.close();

  expect(verdict).toMatchObject({ intact: false, checkpoints: 1, problem: expect.stringContaining('checkpoint') });
});

test('A-1 the audit is for those who may read it', async () => {
  await using auth = await startTestAuth();
  const bo = await join(auth, await auth.signIn(owner));

  await expect(auth.ask(listAudit, {}, bo)).rejects.toMatchObject({ code: 'not_permitted' });
});

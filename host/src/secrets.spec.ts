import { expect, test } from '@jest/globals';
import { KeyRing } from '@switchboard/vault';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureSecrets } from './secrets.ts';

function newFolder(): { path: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-secrets-'));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

test('every secret is made once, for its owner alone, and found again', async () => {
  using home = newFolder();

  const first = await ensureSecrets(home.path, {});
  const second = await ensureSecrets(home.path, {});

  const modes = readdirSync(first.folder).map((name) => statSync(path.join(first.folder, name)).mode & 0o777);
  expect(second).toEqual(first);
  expect(statSync(first.folder).mode & 0o777).toBe(0o700);
  expect(new Set(modes)).toEqual(new Set([0o600]));
});

test('the keys are whole: the ring opens, the statement key fits its public half, no two passwords are the same', async () => {
  using home = newFolder();

  const { files, databasePasswords, natsPasswords, databaseOwner } = await ensureSecrets(home.path, {});
  const ring = new KeyRing(
    JSON.parse(readFileSync(files.SWB_KEY_RING_FILE, 'utf8')) as ConstructorParameters<typeof KeyRing>[0],
  );
  const signing = createPrivateKey(readFileSync(files.SWB_STATEMENT_KEY_FILE));
  const checking = createPublicKey(readFileSync(files.SWB_STATEMENT_PUBLIC_KEY_FILE));
  const passwords = [...Object.values(databasePasswords), ...Object.values(natsPasswords), databaseOwner];

  expect([ring.activeId, ring.madeBy]).toEqual(['k1', 'bootstrap']);
  expect(createPublicKey(signing).equals(checking)).toBe(true);
  expect(new Set(passwords).size).toBe(passwords.length);
});

test("an operator's own file is taken as it is", async () => {
  using home = newFolder();
  const own = path.join(home.path, 'my-secret');
  writeFileSync(own, 'mine', { mode: 0o600 });

  const { files } = await ensureSecrets(home.path, { SWB_API_KEY_SECRET_FILE: own });

  expect(files.SWB_API_KEY_SECRET_FILE).toBe(own);
  expect(readFileSync(own, 'utf8')).toBe('mine');
});

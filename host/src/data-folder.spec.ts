import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holdDataFolder } from './data-folder.ts';

function newFolder(): { path: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-data-'));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

test('the folder is closed to other users, and free again after it was released', async () => {
  using home = newFolder();
  const folder = path.join(home.path, 'data');

  (await holdDataFolder(folder)).release();
  const again = await holdDataFolder(folder);

  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(again.within('secrets', 'x')).toBe(path.join(folder, 'secrets', 'x'));
});

test('a hub that is still ending is waited for', async () => {
  using home = newFolder();
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 600)']);
  writeFileSync(path.join(home.path, 'hub.pid'), String(other.pid));

  await holdDataFolder(home.path);

  expect(other.exitCode).toBe(0);
});

test('a lock whose number some other process has by now does not count', async () => {
  using home = newFolder();
  writeFileSync(path.join(home.path, 'hub.pid'), '1 987654321');

  await expect(holdDataFolder(home.path)).resolves.toMatchObject({ path: home.path });
});

test('a hub that runs on is not disturbed', async () => {
  using home = newFolder();
  writeFileSync(path.join(home.path, 'hub.pid'), String(process.ppid));

  await expect(holdDataFolder(home.path, 300)).rejects.toThrow(`(pid ${process.ppid}); stop it first`);
});

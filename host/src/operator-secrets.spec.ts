import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { serviceNames } from '@switchboard/contracts';
import { makeOperatorSecrets } from './operator-secrets.ts';

function scratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'swb-secrets-'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

test('V-8 a deployment’s keys are marked as the operator’s, and every file is readable by its owner alone', async () => {
  using made = scratch();

  const { setupCode } = await makeOperatorSecrets(made.folder);

  const ring = JSON.parse(readFileSync(path.join(made.folder, 'key-ring.json'), 'utf8')) as { madeBy: string };
  expect(ring.madeBy).toBe('operator');
  expect(readFileSync(path.join(made.folder, 'setup.env'), 'utf8')).toBe(`SWB_SETUP_CODE=${setupCode}\n`);
  const entries = readdirSync(made.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(entries.length).toBeGreaterThan(15);
  for (const { parentPath, name } of entries) expect(statSync(path.join(parentPath, name)).mode & 0o777).toBe(0o600);
});

test('V-9 each service’s folder holds its own passwords and no other’s', async () => {
  using made = scratch();

  await makeOperatorSecrets(made.folder);

  for (const name of serviceNames) {
    for (const file of ['database.json', 'nats.json']) {
      const own = JSON.parse(readFileSync(path.join(made.folder, name, file), 'utf8')) as object;
      expect(Object.keys(own)).toEqual([name]);
    }
  }
});

test('a folder that holds something is left as it is', async () => {
  using made = scratch();
  await makeOperatorSecrets(made.folder);
  const before = readFileSync(path.join(made.folder, 'key-ring.json'), 'utf8');

  await expect(makeOperatorSecrets(made.folder)).rejects.toThrow(/is not empty: nothing was changed/);

  expect(readFileSync(path.join(made.folder, 'key-ring.json'), 'utf8')).toBe(before);
});

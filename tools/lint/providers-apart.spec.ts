import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '..', '..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

const files = {
  'tsconfig.json': '{}',
  'packages/providers/src/beta/time.ts': 'export const x = 1;\n',
  'packages/providers/src/shared/time.ts': "export { x } from '../beta/time.ts';\n",
  'packages/providers/src/shared/calm.ts': 'export const x = 1;\n',
  'packages/providers/src/alpha/actions/own.ts': "export { x } from '../../shared/calm.ts';\n",
  'packages/providers/src/alpha/actions/borrowed.ts': "export { x } from '../../beta/time.ts';\n",
  'packages/providers/src/alpha/index.ts': "export { x } from './actions/own.ts';\n",
  'packages/providers/src/registry.ts': "export { x } from './alpha/index.ts';\n",
  'sandbox/src/kit/page.ts': 'export const x = 1;\n',
  'sandbox/src/alpha/index.ts': "export { x } from '../kit/page.ts';\n",
  'sandbox/src/beta/index.ts': "export { x } from '../alpha/index.ts';\n",
};

test('a provider that imports from the folder of another is found, and nothing else', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'switchboard-apart-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder.path, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  const args = [cruiser, `--config=${root}/.dependency-cruiser.mjs`, '--output-type=json', 'packages', 'sandbox'];
  const said = await promisify(execFile)(process.execPath, args, { cwd: folder.path }).catch(
    (failed: { stdout: string }) => failed,
  );

  const { summary } = JSON.parse(said.stdout) as { summary: { violations: { from: string; to: string }[] } };
  expect(summary.violations.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual([
    'packages/providers/src/alpha/actions/borrowed.ts → packages/providers/src/beta/time.ts',
    'packages/providers/src/shared/time.ts → packages/providers/src/beta/time.ts',
    'sandbox/src/beta/index.ts → sandbox/src/alpha/index.ts',
  ]);
});

/** `npm run check`: everything about the code that can be told without running it. Arguments choose steps by name. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', name);
const typescript = bin('tsc7/bin/tsc');
/** Most of the steps use one core. */
const atOnce = 2;

/** Each step with the command that puts it right, where there is one; the longest stands first. */
const steps = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    fix: 'npm run format',
  },
  { name: 'types', args: [typescript, '-p', 'tsconfig.json', '--noEmit'] },
  { name: 'types of the end-to-end suite', args: [typescript, '-p', 'e2e', '--noEmit'], needs: 'e2e/tsconfig.json' },
  { name: 'types of the dashboard', args: [typescript, '-p', 'web', '--noEmit'], needs: 'web/tsconfig.json' },
  {
    name: 'boundaries',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config=.dependency-cruiser.mjs',
      '--output-type=err-long',
      ...['packages', 'services', 'host', 'sandbox', 'web/src'],
    ],
  },
  { name: 'generated files', args: [path.join(root, 'tools', 'gen.mjs'), '--check'], fix: 'npm run gen' },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

const asked = process.argv.slice(2);
const chosen = steps.filter(({ name, needs }) => {
  return (asked.length === 0 || asked.includes(name)) && (!needs || existsSync(path.join(root, needs)));
});
const results = [];
const waiting = [...chosen];
await Promise.all(Array.from({ length: atOnce }, runWaiting));

const failed = results.filter(({ ok }) => !ok);
process.stdout.write(`\nChecks: ${results.length - failed.length} passed, ${failed.length} failed\n`);
for (const { name, fix } of failed) process.stdout.write(`  ${name}${fix ? `: put right by ${fix}` : ''}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runWaiting() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
}

function run({ name, args, fix }) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(`${said.trim()}\n`);
      resolve({ name, fix, ok: code === 0 });
    });
  });
}

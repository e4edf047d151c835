/**
 * `npm run bench`: measures what the hub promises and prints one table, also into docs/generated/benchmarks.md.
 * `-- --fresh` installs a clone as well; `-- --only <name>` runs one of the names below and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, only: { type: 'string' } } });

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const benches = {
  fresh: async () => (await import('./bench/fresh.ts')).bench(),
  start: async () => (await import('./bench/start.ts')).bench(),
  calls: async () => (await import('./bench/calls.ts')).bench(),
  apart: async () => (await import('./bench/calls.ts')).benchApart(),
  connections: async () => (await import('./bench/connections.ts')).bench(),
  files: async () => (await import('./bench/files.ts')).bench(),
  storms: async () => (await import('./bench/storms.ts')).bench(),
  parser: async () => (await import('./bench/parser.ts')).bench(),
  seal: async () => (await import('./bench/seal.ts')).bench(),
  provider: async () => (await import('./bench/provider-cost.ts')).bench(),
};
const names = values.only ? [values.only] : Object.keys(benches).filter((name) => name !== 'fresh' || values.fresh);

const rows = [];
for (const name of names) {
  process.stderr.write(`Measuring: ${name}\n`);
  try {
    rows.push(...(await benches[name]()));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    rows.push({ what: name, measured: 'could not be measured', bar: '', ok: false });
  }
}

const { markdown } = await import('./bench/row.ts');
const table = markdown(rows);
process.stdout.write(`\n${table}\n`);
if (!values.only) {
  const machine = `Two shared cores, ${process.platform} ${process.arch}, Node ${process.versions.node}.`;
  const about = `Written by \`npm run bench -- --fresh\` on ${new Date().toISOString().slice(0, 10)}. ${machine}`;
  const note = 'Added times and ratios compare with calls of the same kind, interleaved in the same run.';
  const file = path.join(root, 'docs', 'generated', 'benchmarks.md');
  writeFileSync(file, ['# Benchmarks', '', about, note, '', table, ''].join('\n'));
}
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

/**
 * `npm run gen`: writes every file that is made from declarations; with `--check` it only says which ones are out of date.
 * Each `tools/gen/*.ts` exports `generate()`, which answers the files it makes by their path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const onlyCheck = process.argv.includes('--check');

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs'), '--libraries'], {
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(1);

const generators = readdirSync(path.join(import.meta.dirname, 'gen')).filter((name) => /^[\w-]+\.ts$/.test(name));
const stale = [];
for (const name of generators.sort()) {
  const { generate } = await import(`./gen/${name}`);
  for (const [file, content] of Object.entries(await generate())) {
    const target = path.join(root, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === content) continue;
    stale.push(file);
    if (onlyCheck) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

if (onlyCheck && stale.length > 0) {
  process.stderr.write(`Out of date: ${stale.join(', ')}. Run: npm run gen\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(stale.length > 0 ? `Written: ${stale.join(', ')}\n` : 'Every generated file is current.\n');
}

/**
 * Runs the steps of deploy/Dockerfile as plain commands in clean folders, for machines without a Docker engine:
 * `node tools/deploy/run-image-steps.mjs [folder]`. Every stage is a folder; absolute paths lie within it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDockerfile } from './read-dockerfile.ts';

const root = path.join(import.meta.dirname, '..', '..');
const work = process.argv[2] ? path.resolve(process.argv[2]) : mkdtempSync(path.join(tmpdir(), 'switchboard-image-'));
const context = path.join(work, 'context');

mkdirSync(context, { recursive: true });
run(`git -C ${root} archive HEAD | tar -x -C ${context}`, work);
const stages = readDockerfile(readFileSync(path.join(context, 'deploy', 'Dockerfile'), 'utf8'));
for (const stage of stages) runStage(stage);
say(`The image's content is in ${path.join(work, stages.at(-1).name)}.`);

function runStage({ name, steps }) {
  const base = path.join(work, name);
  let cwd = base;
  for (const { word, rest } of steps) {
    if (word === 'WORKDIR') mkdirSync((cwd = path.join(base, rest)), { recursive: true });
    if (word === 'COPY') copy(rest, base, cwd);
    if (word === 'RUN') {
      say(`${name}: ${rest.slice(0, 100)}`);
      run(rest.replaceAll(/(?<=\s)\/(?=manifests|data)/g, `${base}/`), cwd);
    }
  }
}

function copy(words, base, cwd) {
  const [, from, sources, target] = /^(?:--from=(\S+) )?(.+) (\S+)$/.exec(words);
  const to = path.resolve(cwd, target.startsWith('/') ? path.join(base, target) : target);
  for (const source of sources.split(' ')) {
    const origin = from ? path.join(work, from, source) : path.join(context, source);
    if (!existsSync(origin)) throw new Error(`COPY ${words}: ${source} is not there.`);
    cpSync(origin, to, { recursive: true, verbatimSymlinks: true, force: true });
  }
}

function run(command, cwd) {
  const { status } = spawnSync('sh', ['-c', command], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`It ended with ${status}: ${command}`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

if (!process.argv[2]) rmSync(work, { recursive: true });

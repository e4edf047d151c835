/** `npm test`: builds, then runs every test there is, or those its arguments name, as Jest understands them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInstead } from './bootstrap/run-instead.mjs';

const root = path.join(import.meta.dirname, '..');
const asked = process.argv.slice(2);

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const mostRepeated = 6;
const { code, failed } = await runJest(['--maxWorkers=2', '--workerIdleMemoryLimit=900MB', ...asked]);
process.exitCode = code === 1 && failed.length > 0 && failed.length <= mostRepeated ? await repeat(failed) : code;

/** A suite that failed beside all the others is run once more by itself: what fails twice fails, what passes then is named. */
async function repeat(suites) {
  const names = suites.map((file) => path.relative(root, file)).join(', ');
  process.stderr.write(`\n*** Failed beside the others, and run once more by themselves: ${names}\n\n`);
  const again = await runJest(['--runInBand', '--runTestsByPath', ...suites]);
  if (again.code === 0) process.stderr.write(`\n*** Passed only by themselves; their timing wants mending: ${names}\n`);
  return again.code;
}

async function runJest(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-test-'));
  const report = path.join(folder, 'results.json');
  const code = await runInstead(
    process.execPath,
    [...options, '--forceExit', '--json', `--outputFile=${report}`, ...args],
    root,
  );
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  rmSync(folder, { recursive: true, force: true });
  return { code, failed: results.filter(({ status }) => status === 'failed').map(({ name }) => name) };
}

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

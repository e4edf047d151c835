/** The entry of `npm start`, and with `--services` of `npm run start:services`. */
import { spawnSync } from 'node:child_process';
import { environment } from './config.ts';
import { guardProcess } from './guard.ts';
import { startHub } from './hub.ts';
import { onEnd } from './on-end.ts';

const shape = process.argv.includes('--services') ? 'apart' : 'together';

/** A memory image would hold keys: neither this process nor what it starts leaves one. */
function forbidCoreDumps(): void {
  if (process.platform === 'linux')
    spawnSync('prlimit', ['--core=0', '--pid', String(process.pid)], { stdio: 'ignore' });
}

forbidCoreDumps();
let stop = async (): Promise<void> => undefined;
const leave = onEnd(() => stop());
const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  leave(1);
};

try {
  const starting = startHub(environment, { shape, onFailure: fail });
  stop = async () => (await starting).stop();
  const hub = await starting;
  if (shape === 'together')
    guardProcess([hub.ownerDatabaseUrl], (target) => process.stderr.write(`A connection to ${target} was refused.\n`));
  process.stdout.write(`Switchboard is ready at ${hub.address}\n`);
} catch (error) {
  stop = async () => undefined;
  fail(error instanceof Error ? error.message : String(error));
}

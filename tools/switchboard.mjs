/** `npm run switchboard -- <command>`: what an operator does to a hub. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const args = process.argv.slice(2);
if (args[0] === 'start') {
  await import('./start.mjs');
} else {
  const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs'), '--libraries'], {
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
  const { main } = await import('./switchboard/main.ts');
  process.exitCode = await main(args);
}

/** `npm run dev`: the hub of `npm start`, built and started again whenever a source file changes. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workspaceFolders } from './build/workspace-folders.mjs';

const root = path.join(import.meta.dirname, '..');
const settleMs = 300;
let changed = true;
let ending = false;
let hub;

for (const folder of workspaceFolders(root)) {
  const source = path.join(root, folder, 'src');
  if (existsSync(source)) watch(source, { recursive: true }, () => (changed = true));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    ending = true;
    hub?.kill(signal);
  });
}

while (!ending) {
  if (changed) {
    await sleep(settleMs);
    changed = false;
    const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
    if (build.status === 0) await restart();
  }
  await sleep(settleMs);
}
await stop();
process.exit(0);

async function restart() {
  await stop();
  if (ending) return;
  const env = { ...process.env, SWB_PARENT_PID: String(process.pid) };
  hub = spawn(process.execPath, [path.join(root, 'host', 'dist', 'main.js')], { stdio: 'inherit', cwd: root, env });
}

function stop() {
  if (!hub || hub.exitCode !== null || hub.signalCode !== null) return;
  const exited = new Promise((resolve) => hub.once('exit', resolve));
  hub.kill('SIGTERM');
  return exited;
}

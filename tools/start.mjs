/** `npm start`: builds what changed in a process of its own, whose memory is gone afterwards, and runs the hub in this one. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
if (build.status === 0) await import('../host/dist/main.js');
else process.exitCode = 1;

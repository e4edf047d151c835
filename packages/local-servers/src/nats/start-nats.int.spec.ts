import { expect, test } from '@jest/globals';
import { natsAvailable } from '@switchboard/testing';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startNats } from './start-nats.ts';

const whereInstalled = natsAvailable() ? test : test.skip;

function newFolder(): { path: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-nats-'));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the server says to a client that shows this password. */
function answerTo(port: number, password: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      if (said === '') socket.write(`CONNECT {"user":"auth","pass":"${password}","verbose":false}\r\nPING\r\n`);
      said += text;
      if (/PONG|-ERR/.test(said)) socket.end();
    });
    socket.on('close', () => resolve(said));
  });
}

whereInstalled('a service gets in with its own password only', async () => {
  using home = newFolder();
  const permissionsFile = path.join(import.meta.dirname, '../../../../deploy/nats/permissions.conf');
  const names = ['AUTH', 'INTEGRATIONS', 'ASSISTANT', 'GATEWAY'];
  const environment = Object.fromEntries(names.map((name) => [`SWB_NATS_${name}_PASSWORD`, `pass-${name}`]));

  const nats = await startNats({ folder: home.path, permissionsFile, environment });

  expect(await answerTo(nats.port, 'pass-AUTH')).toContain('PONG');
  expect(await answerTo(nats.port, 'pass-GATEWAY')).toContain('Authorization Violation');
  await nats.stop();
});

whereInstalled('it runs with JetStream on loopback and leaves nothing running', async () => {
  using home = newFolder();

  const nats = await startNats({ folder: home.path });
  const running = spawnSync('kill', ['-0', String(nats.pid)]).status;
  await nats.stop();

  expect(running).toBe(0);
  expect(spawnSync('kill', ['-0', String(nats.pid)]).status).not.toBe(0);
});

import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { isGone } from '../process.ts';
import { startPostgres } from './start-postgres.ts';

const password = "a password with 'quotes' & spaces";

function newFolder(): { path: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-postgres-'));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('a cluster keeps its rows and its port over a stop and a start', async () => {
  using home = newFolder();
  const folder = path.join(home.path, 'postgres');
  const first = await startPostgres({ folder, password });
  await query(first.url(), 'CREATE TABLE kept AS SELECT 1 AS n');
  await first.stop();

  const second = await startPostgres({ folder, password, port: first.port });

  expect(await query(second.url(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  expect([first.created, second.created, second.port]).toEqual([true, false, first.port]);
  await second.stop();
});

test('a folder under a home that is closed to everyone else works, and stays closed', async () => {
  using home = newFolder();
  const closed = path.join(home.path, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o700);

  const postgres = await startPostgres({ folder: path.join(closed, 'data', 'postgres'), password });

  expect(await query(postgres.url(), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect(statSync(closed).mode & 0o777).toBe(0o700);
  await postgres.stop();
});

test('a server that was left running by a killed hub is stopped, and its rows are there', async () => {
  using home = newFolder();
  const script = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'start-postgres.ts'))};
    const postgres = await startPostgres(${JSON.stringify({ folder: home.path, password })});
    process.stdout.write(postgres.url() + '\\n');
    setInterval(() => undefined, 1000);`;
  const hub = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) =>
    hub.stdout.once('data', (text: Buffer) => resolve(String(text).trim())),
  );
  await query(url, 'CREATE TABLE kept AS SELECT 1 AS n');
  hub.kill('SIGKILL');
  await isGone(hub.pid ?? 0, 5000);

  const again = await startPostgres({ folder: home.path, password });

  expect(await query(again.url(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  await again.stop();
});

test('a pid file that names some other program does not stop a start', async () => {
  using home = newFolder();
  await (await startPostgres({ folder: home.path, password })).stop();
  writeFileSync(path.join(home.path, 'postmaster.pid'), `${process.pid}\n/elsewhere\n`);

  const postgres = await startPostgres({ folder: home.path, password });

  expect(readFileSync(path.join(home.path, 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(String(postgres.pid));
  await postgres.stop();
});

test('a first start that was interrupted is begun anew', async () => {
  using home = newFolder();
  writeFileSync(path.join(home.path, 'PG_VERSION'), '18\n');

  const postgres = await startPostgres({ folder: home.path, password });

  expect(postgres.created).toBe(true);
  await postgres.stop();
});

test('a taken port is left alone and another one used; two clusters run side by side', async () => {
  using home = newFolder();
  const holder = createServer().listen(0, '127.0.0.1').unref();
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };

  const [one, other] = await Promise.all([
    startPostgres({ folder: path.join(home.path, 'one'), password, port }),
    startPostgres({ folder: path.join(home.path, 'other'), password }),
  ]);

  expect(one.port).not.toBe(port);
  expect(await query(other.url(), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await Promise.all([one.stop(), other.stop()]);
  holder.close();
});

test('without the password nobody gets in', async () => {
  using home = newFolder();
  const postgres = await startPostgres({ folder: home.path, password });
  const wrong = new URL(postgres.url());
  wrong.password = 'guess';

  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  await postgres.stop();
});

test('an end that nobody asked for is told', async () => {
  using home = newFolder();
  const told = Promise.withResolvers<string>();
  const postgres = await startPostgres({ folder: home.path, password, onExit: told.resolve });

  process.kill(postgres.pid, 'SIGQUIT');

  expect(await told.promise).toMatch(/exit code|SIG/);
});

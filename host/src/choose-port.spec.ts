import { expect, test } from '@jest/globals';
import { parseSettings } from '@switchboard/nest-kit';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { choosePort } from './choose-port.ts';
import { portHolder } from './port-holder.ts';

async function takenPort(): Promise<{ port: number } & Disposable> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { port, [Symbol.dispose]: () => void server.close() };
}

test('a free port is kept', async () => {
  const taken = await takenPort();
  taken[Symbol.dispose]();

  expect(await choosePort(parseSettings({ SWB_PORT: String(taken.port) }))).toBe(taken.port);
});

test('a taken port moves on while only the sandbox is connected', async () => {
  using taken = await takenPort();

  expect(await choosePort(parseSettings({ SWB_PORT: String(taken.port) }))).toBeGreaterThan(taken.port);
});

test.each([
  ['a live provider is configured', { ACME_CLIENT_ID: 'a', ACME_CLIENT_SECRET: 'b' }],
  ['people know the public address', { SWB_PUBLIC_URL: 'http://localhost:3000' }],
])('a taken port stops the start and is told by its holder where %s', async (_case, given) => {
  using taken = await takenPort();
  const acme = { name: 'acme', title: 'Acme', secret: true };
  const settings = parseSettings({ ...given, SWB_PORT: String(taken.port) }, [acme]);

  await expect(choosePort(settings)).rejects.toThrow(
    /^Port \d+ is taken by .+: stop it, or set SWB_PORT to a free port\.$/,
  );
});

test('what listens on a port is named with its process', async () => {
  using taken = await takenPort();

  expect(portHolder(taken.port)).toContain(`(pid ${process.pid})`);
  expect(portHolder(1)).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { disconnect, getConnection, getConnectionPicture, listConnections } from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { join } from '../testing/people.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const pngs = ['00', '01'].map((last) => Buffer.from(`89504e470d0a1a0a0000000d494844${last}`, 'hex'));
const origin = 'https://me.peer.test';

/** A hub whose provider says of each account where its picture is. */
async function start() {
  const stack = new AsyncDisposableStack();
  const heard: IncomingMessage['headers'][] = [];
  let picture: Buffer | undefined = pngs[0];
  const server = createServer((request, response) => {
    if (request.url === '/ada') {
      heard.push(request.headers);
      return void response.end(picture);
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ sub: 'subject-1', name: 'Ada', ...(picture && { picture: `${origin}/ada` }) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const identity = { endpoint: `${origin}/who`, subject: '/sub', name: '/name', picture: '/picture' };
  const extraOrigins = { [origin]: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const hub = stack.use(await startWithPeer({ oauth: { identity }, extraOrigins }));
  const show = (next: Buffer | undefined) => (picture = next);
  const shown = async (connectionId: string) =>
    (await hub.auth.ask(getConnection, { connectionId: connectionId as never }, hub.ada)).account.picture;
  return { ...hub, heard, show, shown, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('A-2 D-2 the picture of an account is fetched without its credential, and is its person’s alone', async () => {
  await using hub = await start();
  const { id: connectionId } = await connect(hub.auth, hub.ada);

  const path = await until(() => hub.shown(connectionId));
  const read = (who = hub.ada) => hub.auth.ask(getConnectionPicture, { connectionId }, who);

  expect(path).toMatch(new RegExp(`^/api/v1/connections/${connectionId}/picture\\?v=\\d+$`));
  expect(await read()).toEqual({ mediaType: 'image/png', content: pngs[0]!.toString('base64') });
  expect((await hub.auth.ask(listConnections, {}, hub.ada)).items[0]?.account.picture).toBe(path);
  expect(hub.heard.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([[undefined, undefined]]);
  const bo = await join(hub.auth, hub.ada);
  await expect(read(bo as never)).rejects.toMatchObject({ code: 'connection_unknown' });
});

test('at a reconnect the picture follows the account: another one, or none', async () => {
  await using hub = await start();
  const { id: connectionId } = await connect(hub.auth, hub.ada);
  const first = await until(() => hub.shown(connectionId));

  hub.show(pngs[1]);
  await connect(hub.auth, hub.ada);
  const second = await until(async () => (await hub.shown(connectionId)) !== first && hub.shown(connectionId));

  expect(second).not.toBe(first);
  expect((await hub.auth.ask(getConnectionPicture, { connectionId }, hub.ada)).content).toBe(
    pngs[1]!.toString('base64'),
  );
  hub.show(undefined);
  await connect(hub.auth, hub.ada);
  await until(async () => (await hub.shown(connectionId)) === undefined);
  await expect(hub.auth.ask(getConnectionPicture, { connectionId }, hub.ada)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('V-16 a disconnected account leaves no picture behind', async () => {
  await using hub = await start();
  const { id: connectionId } = await connect(hub.auth, hub.ada);
  await until(() => hub.shown(connectionId));

  await hub.auth.ask(disconnect, { connectionId }, hub.ada);

  expect(await runSql(hub.auth.ownerUrl, 'SELECT 1 FROM auth.account_picture')).toEqual([]);
  expect(await runSql(hub.auth.ownerUrl, 'SELECT 1 FROM auth.connection WHERE picture_at IS NOT NULL')).toEqual([]);
});

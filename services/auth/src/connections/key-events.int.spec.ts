import { expect, test } from '@jest/globals';
import { connectionChanged, createKeyConnection } from '@switchboard/contracts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';

test('a key of an account that is connected already changes its connection, as a second consent does', async () => {
  await using server = await KeyServer.start();
  await using auth = await startTestAuth({ providers: [keyedProvider], originMap: server.originMap });
  const ada = await auth.signIn();
  server.accounts.set('k-ada', { id: '7' });
  const told: unknown[] = [];
  const twice = Promise.withResolvers<void>();
  auth.shared.wire().subscribe(connectionChanged.subject, (payload) => {
    told.push((JSON.parse(Buffer.from(payload).toString()) as { payload: { change: string } }).payload.change);
    if (told.length === 2) twice.resolve();
  });
  const connect = () =>
    auth.ask(createKeyConnection, { provider: 'keyed', features: ['notes.read'], key: 'k-ada' }, ada);

  await connect();
  await connect();
  await twice.promise;

  expect(told).toEqual(['connected', 'changed']);
});

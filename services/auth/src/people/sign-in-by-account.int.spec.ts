import { expect, test } from '@jest/globals';
import { getMe } from '@switchboard/contracts';
import { beginSigningIn, complete, connect } from '../testing/connect.ts';
import { join } from '../testing/people.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const code = 'a-one-time-code-of-this-start';

test('O-8 an account signs in only whom it is linked to, by its subject', async () => {
  await using hub = await startWithPeer();
  const stranger = await complete(hub.auth, await beginSigningIn(hub.auth));
  expect(stranger).toMatchObject({ flow: { status: 'failed', error: { code: 'not_permitted' } } });
  expect(stranger.session).toBeUndefined();

  await join(hub.auth, hub.ada, { email: 'subject-1@peer.test' });
  const bo = await hub.auth.signIn({ email: 'subject-1@peer.test', password: 'another walk by the sea' });
  await connect(hub.auth, bo);
  const { session } = await complete(hub.auth, await beginSigningIn(hub.auth));

  const back = await hub.auth.resolve(session?.token ?? '');
  expect(back.claims.memberId).toBe(bo.claims.memberId);
  hub.peer.subject = 'subject-2';
  expect((await complete(hub.auth, await beginSigningIn(hub.auth))).session).toBeUndefined();
});

test('the first owner can come from an account, with the set-up code only', async () => {
  await using hub = await startWithPeer({ environment: { SWB_SETUP_CODE: code } });
  await runSql(hub.auth.urlAs('auth'), 'DELETE FROM auth.session; DELETE FROM auth.member');

  const without = await complete(hub.auth, await beginSigningIn(hub.auth, 'another code of that length'));
  const { session, flow } = await complete(hub.auth, await beginSigningIn(hub.auth, code));

  expect(without.session).toBeUndefined();
  expect(flow).toMatchObject({ status: 'succeeded', grantedFeatures: ['identity'] });
  const caller = await hub.auth.resolve(session?.token ?? '');
  expect(await hub.auth.ask(getMe, {}, caller)).toMatchObject({
    role: 'owner',
    email: 'subject-1@peer.test',
    hasPassword: false,
    signInAccounts: [{ provider: 'peer', email: 'subject-1@peer.test' }],
  });
});

test('sandbox accounts sign nobody in where others can reach the hub', async () => {
  await using hub = await startWithPeer({ environment: { SWB_PUBLIC_URL: 'http://hub.example.com' } });

  await expect(beginSigningIn(hub.auth)).rejects.toMatchObject({ code: 'provider_not_set_up' });
});

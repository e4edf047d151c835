import { expect, test } from '@jest/globals';
import {
  completeSetup,
  createInvitation,
  createSession,
  endSession,
  getMe,
  getSetup,
  type HubError,
  listSessions,
  renewSession,
  updateMe,
} from '@switchboard/contracts';
import { audited } from '../testing/credentials.ts';
import { client, owner, startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';

const code = 'a-one-time-code-of-this-start';
const person = { name: 'Ada', email: owner.email, password: owner.password, timeZone: 'Europe/Vienna', client };
const withoutOwner = { SWB_OWNER_EMAIL: '', SWB_OWNER_PASSWORD: '', SWB_SETUP_CODE: code };

test('the set-up code makes the owner once, and only the right one', async () => {
  await using auth = await startTestAuth({ environment: withoutOwner });
  expect(await auth.ask(getSetup, {})).toMatchObject({ done: false, signInProviders: [] });
  await expect(auth.ask(completeSetup, { ...person, code: `${code}.` })).rejects.toMatchObject({
    code: 'credentials_wrong',
  });

  const results = await Promise.allSettled([1, 2, 3].map(() => auth.ask(completeSetup, { ...person, code })));

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await auth.ask(getSetup, {})).toMatchObject({ done: true });
  const ada = await auth.signIn();
  expect(await auth.ask(getMe, {}, ada)).toMatchObject({ role: 'owner', timeZone: 'Europe/Vienna', hasPassword: true });
  await expect(auth.ask(completeSetup, { ...person, code })).rejects.toMatchObject({ code: 'already_set_up' });
});

test('V-14 a password that many people use is not taken', async () => {
  await using auth = await startTestAuth({ environment: withoutOwner });

  const refused = auth.ask(completeSetup, { ...person, code, password: 'password123' });

  await expect(refused).rejects.toMatchObject({ code: 'input_invalid' });
});

test('G-6 known and unknown names answer alike, and guessing is slowed down but locks nobody out', async () => {
  await using auth = await startTestAuth();
  await auth.signIn();
  const attempt = (email: string, address: string, password = 'wrong password') =>
    auth
      .ask(createSession, { email, password, client: { address } })
      .then(() => ({ code: 'in', message: '' }))
      .catch(({ code: refused, message }: HubError) => ({ code: refused as string, message }));

  expect(await attempt(owner.email, '203.0.113.1')).toEqual(await attempt('nobody@example.com', '203.0.113.1'));
  const from = async (address: string) => {
    const codes = [];
    for (let round = 0; round < 12; round++) codes.push((await attempt(owner.email, address)).code);
    return codes;
  };
  expect((await from('203.0.113.2')).filter((one) => one === 'rate_limited')).toHaveLength(2);
  for (const last of [3, 4, 5, 6]) await from(`203.0.113.${last}`);

  expect((await attempt(owner.email, '203.0.113.9')).code).toBe('rate_limited');
  expect((await attempt(owner.email, client.address, owner.password)).code).toBe('in');
}, 30_000);

test('G-1 a session is kept as a hash, ends everywhere at once, and an ended one opens nothing', async () => {
  await using auth = await startTestAuth();
  const [one, other] = [await auth.signIn(), await auth.signIn()];
  const stored = JSON.stringify(
    await runSql(auth.urlAs('auth'), `SELECT *, encode(token_hash, 'hex') AS hex FROM auth.session`),
  );
  expect(stored).not.toContain(one.session.token);
  expect((await auth.ask(listSessions, {}, one)).items).toHaveLength(2);

  expect(await auth.ask(endSession, { sessionId: other.session.sessionId }, one)).toEqual({ ended: 1 });
  await expect(auth.resolve(other.session.token)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await auth.ask(endSession, { everywhere: true }, one)).toEqual({ ended: 1 });
  await expect(auth.resolve(one.session.token)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('G-1 a session ends after 60 idle minutes and after 24 hours', async () => {
  await using auth = await startTestAuth();
  for (const change of [`last_seen_at = last_seen_at - interval '61 minutes'`, `expires_at = clock_timestamp()`]) {
    const { session } = await auth.signIn();
    await runSql(auth.urlAs('auth'), `UPDATE auth.session SET ${change}`);

    await expect(auth.resolve(session.token)).rejects.toMatchObject({ code: 'unauthenticated' });
  }
});

test('G-1 G-2 proving oneself again gives a new token, ends the old one and makes the login fresh', async () => {
  await using auth = await startTestAuth();
  const { session } = await auth.signIn();
  await runSql(
    auth.urlAs('auth'),
    `UPDATE auth.session SET authenticated_at = authenticated_at - interval '6 minutes'`,
  );
  const stale = await auth.resolve(session.token);
  const invite = { email: 'bo@example.com', role: 'member' as const };
  await expect(auth.ask(createInvitation, invite, stale)).rejects.toMatchObject({ code: 'reauthentication_required' });
  await expect(auth.ask(updateMe, { newPassword: 'yet another walk' }, stale)).rejects.toMatchObject({
    code: 'reauthentication_required',
  });

  const renewed = await auth.ask(renewSession, { password: owner.password, client }, stale);

  await expect(auth.resolve(session.token)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await auth.ask(createInvitation, invite, await auth.resolve(renewed.token))).toMatchObject(invite);
});

test('a new password ends the other sessions and replaces the old one', async () => {
  await using auth = await startTestAuth();
  const [here, elsewhere] = [await auth.signIn(), await auth.signIn()];

  await auth.ask(updateMe, { newPassword: 'a short swim in the lake' }, here);

  await expect(auth.resolve(elsewhere.session.token)).rejects.toMatchObject({ code: 'unauthenticated' });
  await auth.resolve(here.session.token);
  await expect(auth.signIn()).rejects.toMatchObject({ code: 'credentials_wrong' });
  await auth.signIn({ ...owner, password: 'a short swim in the lake' });
});

test('L-2 logins and failures are written down', async () => {
  await using auth = await startTestAuth();
  await auth.signIn();
  await auth.ask(createSession, { email: owner.email, password: 'wrong', client }).catch(() => undefined);

  expect(await audited(auth, 'session.signed_in')).toBe(1);
  expect(await audited(auth, 'session.refused')).toBe(1);
});

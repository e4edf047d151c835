import { expect, test } from '@jest/globals';
import {
  acceptInvitation,
  createInvitation,
  listMembers,
  listSessions,
  removeMember,
  updateMember,
} from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { join } from '../testing/people.ts';
import { client, owner, startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('an invitation works once, and its person holds the role it names', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { token, url } = await auth.ask(createInvitation, { email: 'bo@example.com', role: 'admin' }, ada);
  const accept = { token, name: 'Bo', password: 'another walk by the sea', client };
  const session = await auth.ask(acceptInvitation, accept);

  await expect(auth.ask(acceptInvitation, accept)).rejects.toMatchObject({ code: 'flow_invalid' });

  expect(url).toContain('#invitation=');
  const bo = await auth.resolve(session.token);
  expect(bo.claims).toMatchObject({ role: 'admin', via: 'session' });
  expect((await auth.ask(listMembers, {}, bo)).items.map(({ email }) => email)).toEqual([
    owner.email,
    'bo@example.com',
  ]);
  await expect(auth.ask(createInvitation, { email: 'BO@example.com', role: 'member' }, ada)).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('A-6 a changed role ends the sessions that carried the old one; the owner stays the owner', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const bo = await join(auth, ada, { email: 'bo@example.com', role: 'admin' });

  await auth.ask(updateMember, { memberId: bo.claims.memberId, role: 'member' }, ada);

  const again = await auth.signIn({ email: 'bo@example.com', password: 'another walk by the sea' });
  expect(again.claims.permissions).not.toContain('members:manage');
  expect((await auth.ask(listSessions, {}, again)).items).toHaveLength(1);
  await expect(auth.ask(updateMember, { memberId: ada.claims.memberId, role: 'member' }, ada)).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('A-6 an admin who is made a member leaves no invitation behind', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const bo = await join(auth, ada, { email: 'bo@example.com', role: 'admin' });
  const { token } = await auth.ask(createInvitation, { email: 'bo2@example.com', role: 'admin' }, bo);

  await auth.ask(updateMember, { memberId: bo.claims.memberId, role: 'member' }, ada);

  const accept = { token, name: 'Bo again', password: 'another walk by the sea', client };
  await expect(auth.ask(acceptInvitation, accept)).rejects.toMatchObject({ code: 'flow_invalid' });
});

test('O-14 removing a person revokes what they connected upstream and leaves nothing to sign in with', async () => {
  await using hub = await startWithPeer();
  const bo = await join(hub.auth, hub.ada);
  await connect(hub.auth, bo);

  await hub.auth.ask(removeMember, { memberId: bo.claims.memberId }, hub.ada);

  expect(hub.called('/revoke')).toBe(1);
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
  await expect(hub.auth.signIn({ email: 'bo@example.com', password: 'another walk by the sea' })).rejects.toMatchObject(
    { code: 'credentials_wrong' },
  );
  expect((await hub.auth.ask(listMembers, {}, hub.ada)).items).toHaveLength(1);
});

import * as c from '@switchboard/contracts';
import { id, at, now } from './base.ts';

export const me: c.Me = {
  hubId: c.HubId.parse(id(1)),
  memberId: c.MemberId.parse(id(2)),
  name: 'Ada Marsh',
  email: 'ada@example.com',
  role: 'owner',
  permissions: [...c.rolePermissions.owner],
  timeZone: 'Europe/Berlin',
  hasPassword: true,
  notifyBy: 'dashboard',
  signInAccounts: [{ provider: 'google', email: 'ada@example.com' }],
  authenticatedAt: now,
};
export const sessions: c.Session[] = [
  {
    id: c.SessionId.parse(id(3)),
    current: true,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: at(900),
    userAgent: 'Firefox on Linux',
    address: '127.0.0.1',
  },
  {
    id: c.SessionId.parse(id(4)),
    current: false,
    createdAt: at(-90),
    lastSeenAt: at(-60),
    expiresAt: at(900),
    userAgent: 'Safari on iPhone',
    address: '192.0.2.7',
  },
];
export const members = {
  items: [
    { id: me.memberId, name: me.name, email: me.email, role: 'owner' as const, joinedAt: at(-9000) },
    {
      id: c.MemberId.parse(id(90)),
      name: 'Bo Lind',
      email: 'bo@example.com',
      role: 'member' as const,
      joinedAt: at(-900),
    },
  ],
  invitations: [{ id: id(91), email: 'cy@example.com', role: 'member' as const, expiresAt: at(5000) }],
};
export const invitationOf = (email: string) => ({
  id: id(92),
  email,
  role: 'member' as const,
  expiresAt: at(5000),
  token: 'once',
  url: 'http://localhost:3000/join#invitation=once',
});

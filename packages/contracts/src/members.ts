import { z } from 'zod';
import { Instant, MemberId } from './ids.ts';
import { defineMessage } from './message.ts';
import { Role } from './permission.ts';
import { defineRoute } from './route.ts';
import { ClientInfo, Email, NewSession, Password } from './sessions.ts';

export const Member = z.object({
  id: MemberId,
  name: z.string(),
  email: z.string(),
  role: Role,
  joinedAt: Instant,
  lastSeenAt: Instant.optional(),
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.uuidv7(),
  email: z.string(),
  role: Role.exclude(['owner']),
  expiresAt: Instant,
});
export const NewInvitation = Invitation.extend({
  /** Shown once; goes into the link's fragment. */
  token: z.string(),
  url: z.url(),
});

const memberParams = z.object({ memberId: MemberId });
const changeable = Role.exclude(['owner']);

export const listMembers = defineMessage({
  subject: 'auth.member.list',
  callers: ['gateway'],
  permission: 'members:read',
  request: z.object({}),
  reply: z.object({ items: z.array(Member), invitations: z.array(Invitation) }),
  errors: [],
  timeoutMs: 5_000,
});
export const updateMember = defineMessage({
  subject: 'auth.member.update',
  callers: ['gateway'],
  permission: 'members:manage',
  fresh: true,
  request: z.object({ memberId: MemberId, role: changeable }),
  reply: Member,
  errors: ['not_found', 'conflict'],
  timeoutMs: 5_000,
});
/** Ends the member's sessions and keys, revokes their connections upstream and shreds them. */
export const removeMember = defineMessage({
  subject: 'auth.member.remove',
  callers: ['gateway'],
  permission: 'members:manage',
  fresh: true,
  request: z.object({ memberId: MemberId }),
  reply: z.object({ removed: z.literal(true) }),
  errors: ['not_found', 'conflict'],
  timeoutMs: 35_000,
});
export const createInvitation = defineMessage({
  subject: 'auth.invitation.create',
  callers: ['gateway'],
  permission: 'members:manage',
  fresh: true,
  request: z.object({ email: Email, role: changeable }),
  reply: NewInvitation,
  errors: ['conflict'],
  timeoutMs: 5_000,
});
export const AcceptInvitationBody = z.strictObject({
  token: z.string().min(1).max(256),
  name: z.string().trim().min(1).max(128),
  password: Password,
  timeZone: z.string().max(64).default('UTC'),
});
export const acceptInvitation = defineMessage({
  subject: 'auth.invitation.accept',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({ ...AcceptInvitationBody.shape, client: ClientInfo }),
  reply: NewSession,
  errors: ['flow_invalid', 'rate_limited'],
  timeoutMs: 10_000,
});

export const getMembers = defineRoute({
  method: 'GET',
  path: '/api/v1/members',
  permission: 'members:read',
  title: 'Members and open invitations',
  reply: listMembers.reply,
});
export const patchMember = defineRoute({
  method: 'PATCH',
  path: '/api/v1/members/:memberId',
  permission: 'members:manage',
  fresh: true,
  title: 'Change a role',
  params: memberParams,
  body: z.strictObject({ role: changeable }),
  reply: Member,
});
export const deleteMember = defineRoute({
  method: 'DELETE',
  path: '/api/v1/members/:memberId',
  permission: 'members:manage',
  fresh: true,
  title: 'Remove a member with all they connected',
  params: memberParams,
  reply: removeMember.reply,
});
export const postInvitation = defineRoute({
  method: 'POST',
  path: '/api/v1/invitations',
  permission: 'members:manage',
  fresh: true,
  title: 'Invite a person',
  status: 201,
  body: z.strictObject({ email: Email, role: changeable.default('member') }),
  reply: NewInvitation,
  showsSecret: true,
});
export const postInvitationAcceptance = defineRoute({
  method: 'POST',
  path: '/api/v1/invitations/accept',
  permission: 'public',
  title: 'Join with an invitation',
  status: 201,
  body: AcceptInvitationBody,
  reply: z.object({ memberId: MemberId }),
  showsSecret: true,
});

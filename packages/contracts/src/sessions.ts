import { z } from 'zod';
import { CallerClaims } from './caller.ts';
import { HubId, Instant, MemberId, SessionId } from './ids.ts';
import { defineMessage } from './message.ts';
import { Permission, Role } from './permission.ts';

export const Email = z.email().max(254);
/** 8 to 128 characters; looked up in a list of common passwords when it is chosen (V-14). */
export const Password = z.string().min(8).max(128);

/** Where notices about connections go: the dashboard alone, or also the person's own default account for mail or messages. */
export const NotifyBy = z.enum(['dashboard', 'mail', 'messages']);
export type NotifyBy = z.infer<typeof NotifyBy>;

export const Me = z.object({
  hubId: HubId,
  memberId: MemberId,
  name: z.string(),
  email: z.string(),
  picture: z.string().optional(),
  role: Role,
  permissions: z.array(Permission),
  timeZone: z.string(),
  notifyBy: NotifyBy.default('dashboard'),
  hasPassword: z.boolean(),
  signInAccounts: z.array(z.object({ provider: z.string(), email: z.string().optional() })),
  authenticatedAt: Instant,
  /** Set for an API key. */
  apiKeyId: z.string().optional(),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  id: SessionId,
  current: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  userAgent: z.string().max(300).optional(),
  address: z.string().optional(),
});
export type Session = z.infer<typeof Session>;

/** Where a sign-in comes from; shown in the list of sessions. */
export const ClientInfo = z.object({ address: z.string().max(64), userAgent: z.string().max(300).optional() });

/** A new session: the token is shown to the gateway once, for the cookie. */
export const NewSession = z.object({ token: z.string(), sessionId: SessionId, expiresAt: Instant });
export type NewSession = z.infer<typeof NewSession>;

export const getSetup = defineMessage({
  subject: 'auth.setup.get',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({}),
  reply: z.object({
    done: z.boolean(),
    hubId: HubId,
    hubName: z.string(),
    signInProviders: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  errors: [],
  timeoutMs: 5_000,
});

export const SetupBody = z.strictObject({
  code: z.string().min(1).max(128).describe('One-time code printed at the start'),
  name: z.string().trim().min(1).max(128),
  email: Email,
  password: Password,
  timeZone: z.string().max(64).default('UTC'),
});

/** Makes the first owner and signs them in. The code works once. */
export const completeSetup = defineMessage({
  subject: 'auth.setup.complete',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({ ...SetupBody.shape, client: ClientInfo }),
  reply: NewSession,
  errors: ['already_set_up', 'credentials_wrong', 'rate_limited'],
  timeoutMs: 10_000,
});

export const SignInBody = z.strictObject({ email: z.string().max(254), password: z.string().max(128) });

export const createSession = defineMessage({
  subject: 'auth.session.create',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({ ...SignInBody.shape, client: ClientInfo }),
  reply: NewSession,
  errors: ['credentials_wrong', 'rate_limited'],
  timeoutMs: 10_000,
});

/** Signs in the session's own person again with the password; a fresh login under a new token (G-1, G-2). */
export const renewSession = defineMessage({
  subject: 'auth.session.renew',
  callers: ['gateway'],
  permission: 'self',
  request: z.object({ password: z.string().max(128), client: ClientInfo }),
  reply: NewSession,
  errors: ['credentials_wrong', 'rate_limited'],
  timeoutMs: 10_000,
});

/** Turns the cookie's or the bearer's token into a signed statement; asked again when `expiresAt` comes near. */
export const resolveCaller = defineMessage({
  subject: 'auth.caller.resolve',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({ kind: z.enum(['session', 'api_key']), token: z.string().max(512), address: z.string().max(64) }),
  reply: z.object({ statement: z.string(), claims: CallerClaims }),
  errors: ['rate_limited'],
  timeoutMs: 5_000,
});

export const getMe = defineMessage({
  subject: 'auth.me.get',
  callers: ['gateway', 'assistant', 'integrations'],
  permission: 'self',
  request: z.object({}),
  reply: Me,
  errors: [],
  timeoutMs: 5_000,
});

export const UpdateMeBody = z.strictObject({
  name: z.string().trim().min(1).max(128).optional(),
  timeZone: z.string().max(64).optional(),
  notifyBy: NotifyBy.optional(),
  newPassword: Password.optional(),
});

export const updateMe = defineMessage({
  subject: 'auth.me.update',
  callers: ['gateway'],
  permission: 'sessions:manage',
  request: UpdateMeBody,
  reply: Me,
  errors: [],
  timeoutMs: 10_000,
});

export const listSessions = defineMessage({
  subject: 'auth.session.list',
  callers: ['gateway'],
  permission: 'sessions:manage',
  request: z.object({}),
  reply: z.object({ items: z.array(Session) }),
  errors: [],
  timeoutMs: 5_000,
});

/** Ends one session, or all of the person's (`sessionId` left out: the current one). */
export const endSession = defineMessage({
  subject: 'auth.session.end',
  callers: ['gateway'],
  permission: 'sessions:manage',
  request: z.object({ sessionId: SessionId.optional(), everywhere: z.boolean().default(false) }),
  reply: z.object({ ended: z.int() }),
  errors: ['not_found'],
  timeoutMs: 5_000,
});

import { z } from 'zod';
import { SessionId } from './ids.ts';
import { defineRoute } from './route.ts';
import { Me, SetupBody, SignInBody, UpdateMeBody, getSetup, listSessions } from './sessions.ts';

export const getSetupRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/setup',
  permission: 'public',
  title: 'Whether this hub has an owner, whether the asker is signed in, and how one signs in',
  reply: getSetup.reply.extend({ signedIn: z.boolean().optional() }),
});
export const postSetup = defineRoute({
  method: 'POST',
  path: '/api/v1/setup',
  permission: 'public',
  title: 'Create the owner with the one-time code',
  status: 201,
  body: SetupBody,
  reply: Me,
  showsSecret: true,
});
export const postSession = defineRoute({
  method: 'POST',
  path: '/api/v1/sessions',
  permission: 'public',
  title: 'Sign in',
  status: 201,
  body: SignInBody,
  reply: Me,
  showsSecret: true,
});
export const postSessionRenewal = defineRoute({
  method: 'POST',
  path: '/api/v1/sessions/current/renew',
  permission: 'sessions:manage',
  title: 'Confirm the password again',
  body: z.strictObject({ password: z.string().max(128) }),
  reply: Me,
  showsSecret: true,
});
export const deleteCurrentSession = defineRoute({
  method: 'DELETE',
  path: '/api/v1/sessions/current',
  permission: 'sessions:manage',
  title: 'Sign out',
  reply: z.object({ ended: z.int() }),
});
export const deleteSession = defineRoute({
  method: 'DELETE',
  path: '/api/v1/sessions/:sessionId',
  permission: 'sessions:manage',
  title: 'End one of my sessions',
  params: z.object({ sessionId: SessionId }),
  reply: z.object({ ended: z.int() }),
});
export const deleteSessions = defineRoute({
  method: 'DELETE',
  path: '/api/v1/sessions',
  permission: 'sessions:manage',
  title: 'Sign out everywhere',
  reply: z.object({ ended: z.int() }),
});
export const getSessions = defineRoute({
  method: 'GET',
  path: '/api/v1/sessions',
  permission: 'sessions:manage',
  title: 'My sessions',
  reply: listSessions.reply,
});
export const getMeRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/me',
  permission: 'self',
  title: 'Who I am',
  reply: Me,
});
export const patchMe = defineRoute({
  method: 'PATCH',
  path: '/api/v1/me',
  permission: 'sessions:manage',
  title: 'Change my name, zone or password',
  body: UpdateMeBody,
  reply: Me,
});

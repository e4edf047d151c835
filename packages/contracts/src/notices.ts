import { z } from 'zod';
import { CallerClaims } from './caller.ts';
import { defineEvent } from './event.ts';
import { ConnectionId, Instant, MemberId, NoticeId, pageOf, PageQuery, ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

/** `ends_soon`: it will end and only the person can prevent that. `needs_you`: it has ended and waits to be connected again. */
export const NoticeKind = z.enum(['ends_soon', 'needs_you']);
export const Notice = z.object({
  id: NoticeId,
  connectionId: ConnectionId,
  provider: ProviderId,
  /** The connection's label when it was raised. */
  label: z.string(),
  kind: NoticeKind,
  /** Why, in one sentence. */
  reason: z.string(),
  /** When it ends, for `ends_soon`. */
  endsAt: Instant.optional(),
  raisedAt: Instant,
  dismissedAt: Instant.optional(),
  /** The way it was sent beside the dashboard. */
  toldBy: z.enum(['mail', 'messages']).optional(),
});
export type Notice = z.infer<typeof Notice>;

const NoticeQuery = PageQuery.extend({
  /** `open`: neither dismissed nor over. `all`: those too. */
  show: z.enum(['open', 'all']).default('open'),
});
const params = z.object({ noticeId: NoticeId });

export const listNotices = defineMessage({
  subject: 'auth.notice.list',
  callers: ['gateway', 'assistant'],
  permission: 'connections:read',
  request: NoticeQuery,
  reply: pageOf(Notice),
  errors: [],
  timeoutMs: 5_000,
});
export const dismissNotice = defineMessage({
  subject: 'auth.notice.dismiss',
  callers: ['gateway'],
  permission: 'connections:write',
  request: params,
  reply: Notice,
  errors: ['not_found'],
  timeoutMs: 5_000,
});
/** Takes one notice to send beside the dashboard; nobody is given it twice, and nothing where the person did not ask for that. */
export const claimNotice = defineMessage({
  subject: 'auth.notice.claim',
  callers: ['integrations'],
  permission: 'public',
  request: params,
  reply: z.object({
    telling: z
      .object({
        by: z.enum(['mail', 'messages']),
        /** The person's own address. */
        to: z.email(),
        subject: z.string(),
        text: z.string(),
        /** The connection it is about, which sends nothing about itself. */
        about: ConnectionId,
        /** Speaks for the person for a minute, and may only read their connections and use one. */
        statement: z.string(),
        claims: CallerClaims,
      })
      .optional(),
  }),
  errors: [],
  timeoutMs: 5_000,
});
/** Notes by which way a claimed notice was sent. */
export const noteNoticeTold = defineMessage({
  subject: 'auth.notice.told',
  callers: ['integrations'],
  permission: 'self',
  request: z.object({ noticeId: NoticeId, by: z.enum(['mail', 'messages']) }),
  reply: z.object({ noted: z.boolean() }),
  errors: [],
  timeoutMs: 5_000,
});
/** A connection needs its person, or soon will. */
export const noticeRaised = defineEvent({
  subject: 'auth.notice.raised',
  listeners: ['gateway', 'integrations'],
  payload: z.object({
    noticeId: NoticeId,
    memberId: MemberId,
    connectionId: ConnectionId,
    provider: ProviderId,
    kind: NoticeKind,
  }),
});

export const getNotices = defineRoute({
  method: 'GET',
  path: '/api/v1/notices',
  permission: 'connections:read',
  title: 'Connections that need their person, newest first',
  query: NoticeQuery,
  reply: listNotices.reply,
});
export const postNoticeDismissal = defineRoute({
  method: 'POST',
  path: '/api/v1/notices/:noticeId/dismiss',
  permission: 'connections:write',
  title: 'Dismiss a notice',
  params,
  reply: Notice,
});

import { z } from 'zod';
import { defineEvent } from './event.ts';
import { ConnectionId, MemberId, ProviderId } from './ids.ts';

/** Something about a connection changed: drop what is kept of it in memory. */
export const connectionChanged = defineEvent({
  subject: 'auth.connection.changed',
  listeners: ['integrations', 'gateway', 'assistant'],
  payload: z.object({
    connectionId: ConnectionId,
    memberId: MemberId,
    provider: ProviderId,
    change: z.enum(['connected', 'changed', 'refreshed', 'reconnect_required', 'disconnected']),
  }),
});
/** A session, key or role ended: whoever keeps a signed statement in memory drops it (G-1, A-6). */
export const callerChanged = defineEvent({
  subject: 'auth.caller.changed',
  listeners: ['gateway', 'integrations', 'assistant'],
  payload: z.object({
    memberId: MemberId.optional(),
    sessionId: z.string().optional(),
    apiKeyId: z.string().optional(),
  }),
});

import { z } from 'zod';
import { ConnectionId, Instant } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

const days = z.coerce.number().int().min(1).max(90).default(30).describe('How many days back');
const counts = {
  calls: z.int().nonnegative(),
  /** Those that failed, or whose outcome is not known. */
  errors: z.int().nonnegative(),
  lastUsedAt: Instant.optional(),
};
/** What ran on one connection. */
export const Usage = z.object({
  since: Instant,
  ...counts,
  /** The most used first, at most 100. */
  actions: z.array(
    z.object({
      /** An action ref, or `<provider>.proxy` for raw calls. */
      action: z.string(),
      ...counts,
      /** Milliseconds, of those that ended. */
      averageMs: z.number().nonnegative().optional(),
    }),
  ),
});
export type Usage = z.infer<typeof Usage>;

const params = z.object({ connectionId: ConnectionId });
export const getUsage = defineMessage({
  subject: 'integrations.run.usage',
  callers: ['gateway'],
  permission: 'runs:read',
  request: params.extend({ days }),
  reply: Usage,
  errors: [],
  timeoutMs: 5_000,
});
export const getConnectionUsage = defineRoute({
  method: 'GET',
  path: '/api/v1/connections/:connectionId/usage',
  permission: 'runs:read',
  title: 'Calls, errors and last use of a connection, by action',
  params,
  query: z.object({ days }),
  reply: Usage,
});

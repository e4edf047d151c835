import { z } from 'zod';
import { defineRoute } from './route.ts';

/** One thing that happened to the person's own data, as `GET /events` streams it. */
export const HubEvent = z.object({
  id: z.string(),
  type: z.enum(['connection.changed', 'flow.ended', 'proposal.changed', 'run.ended', 'notice.raised']),
  data: z.record(z.string(), z.json()),
});
export type HubEvent = z.infer<typeof HubEvent>;

export const getEvents = defineRoute({
  method: 'GET',
  path: '/api/v1/events',
  permission: 'events:read',
  title: 'What happens, as it happens (SSE)',
  reply: HubEvent,
  streams: 'response',
});

import { z } from 'zod';
import { WireError } from './error.ts';
import { defineEvent } from './event.ts';
import { ActionRef, ConnectionId, Instant, MemberId, pageOf, PageQuery, ProposalId, ProviderId, RunId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

export const RunStatus = z.enum(['running', 'succeeded', 'failed', 'outcome_unknown', 'undone']);
export const Run = z.object({
  id: RunId,
  provider: ProviderId,
  connectionId: ConnectionId,
  accountLabel: z.string(),
  /** `<provider>.proxy` for raw calls. */
  action: z.string(),
  effect: z.enum(['read', 'write', 'send', 'destroy']),
  status: RunStatus,
  via: z.enum(['session', 'api_key', 'proposal', 'automation', 'proxy', 'service']),
  proposalId: ProposalId.optional(),
  startedAt: Instant,
  durationMs: z.number().optional(),
  errorCode: z.string().optional(),
});
export type Run = z.infer<typeof Run>;
/** `input` and `output` with secrets masked. */
export const RunDetail = Run.extend({
  input: z.json(),
  output: z.json().optional(),
  error: WireError.optional(),
  traceId: z.string().optional(),
});
export type RunDetail = z.infer<typeof RunDetail>;

export const RunQuery = PageQuery.extend({
  provider: ProviderId.optional(),
  connectionId: ConnectionId.optional(),
  status: RunStatus.optional(),
  action: z.string().max(64).optional(),
});
export const listRuns = defineMessage({
  subject: 'integrations.run.list',
  callers: ['gateway', 'assistant'],
  permission: 'runs:read',
  request: RunQuery,
  reply: pageOf(Run),
  errors: [],
  timeoutMs: 5_000,
});
export const getRun = defineMessage({
  subject: 'integrations.run.get',
  callers: ['gateway', 'assistant'],
  permission: 'runs:read',
  request: z.object({ runId: RunId }),
  reply: RunDetail,
  errors: ['not_found'],
  timeoutMs: 5_000,
});
export const runEnded = defineEvent({
  subject: 'integrations.run.ended',
  listeners: ['gateway'],
  payload: z.object({
    runId: RunId,
    memberId: MemberId,
    connectionId: ConnectionId.optional(),
    status: RunStatus,
    action: z.string(),
  }),
});

export const getRuns = defineRoute({
  method: 'GET',
  path: '/api/v1/runs',
  permission: 'runs:read',
  title: 'What ran',
  query: RunQuery,
  reply: listRuns.reply,
});
export const getRunRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/runs/:runId',
  permission: 'runs:read',
  title: 'One run with request and response, secrets masked',
  params: z.object({ runId: RunId }),
  reply: RunDetail,
});

/** The action ref a person sees for a raw call. */
export const proxyRef = (provider: string): string => `${provider}.proxy`;
export type AnyRef = z.infer<typeof ActionRef> | ReturnType<typeof proxyRef>;

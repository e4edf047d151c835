import { z } from 'zod';
import { actionErrors } from './actions.ts';
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
  /** `form`: a form looked up what it offers to choose from. */
  via: z.enum(['session', 'api_key', 'proposal', 'automation', 'proxy', 'service', 'form']),
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
  /** Leaves out what ran this way. */
  without: Run.shape.via.optional(),
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
/** Takes back what a run of its person's own did, once. What a card ran is undone by its card. */
export const undoRun = defineMessage({
  subject: 'integrations.run.undo',
  callers: ['gateway'],
  permission: 'actions:write',
  request: z.object({ runId: RunId }),
  reply: Run,
  errors: actionErrors,
  timeoutMs: 65_000,
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
export const postRunUndo = defineRoute({
  method: 'POST',
  path: '/api/v1/runs/:runId/undo',
  permission: 'actions:write',
  title: 'Undo what a run did',
  params: z.object({ runId: RunId }),
  reply: Run,
  mayTakeMs: 70_000,
});

/** The action ref a person sees for a raw call. */
export const proxyRef = (provider: string): string => `${provider}.proxy`;
export type AnyRef = z.infer<typeof ActionRef> | ReturnType<typeof proxyRef>;

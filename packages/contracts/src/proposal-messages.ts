import { z } from 'zod';
import { defineEvent } from './event.ts';
import { ConnectionId, MemberId, pageOf, PageQuery, ProposalId, ThreadId } from './ids.ts';
import { defineMessage } from './message.ts';
import { PlanStep, Proposal, ProposalStatus } from './proposals.ts';

export const createProposal = defineMessage({
  subject: 'integrations.proposal.create',
  callers: ['assistant', 'gateway'],
  permission: 'chat:use',
  request: z.object({
    steps: z.array(PlanStep).min(1).max(10),
    threadId: ThreadId.optional(),
    warnings: z.array(z.string().max(300)).max(10).default([]),
    tainted: z.boolean().default(false),
    /** Addresses the person wrote themselves. */
    named: z.array(z.string().max(320)).max(200).default([]),
    replaces: ProposalId.optional(),
  }),
  reply: Proposal,
  errors: [
    'action_unknown',
    'input_invalid',
    'connection_unknown',
    'connection_missing',
    'connection_ambiguous',
    'scope_missing',
    'reconnect_required',
    'proposal_closed',
    'provider_unavailable',
    'provider_rejected',
    'provider_limited',
    'provider_misconfigured',
    'not_found',
    'conflict',
  ],
  timeoutMs: 35_000,
});
export const ProposalQuery = PageQuery.extend({ threadId: ThreadId.optional(), status: ProposalStatus.optional() });
export const listProposals = defineMessage({
  subject: 'integrations.proposal.list',
  callers: ['gateway', 'assistant'],
  permission: 'proposals:read',
  request: ProposalQuery,
  reply: pageOf(Proposal),
  errors: [],
  timeoutMs: 5_000,
});
export const getProposal = defineMessage({
  subject: 'integrations.proposal.get',
  callers: ['gateway', 'assistant'],
  permission: 'proposals:read',
  request: z.object({ proposalId: ProposalId }),
  reply: Proposal,
  errors: ['proposal_unknown'],
  timeoutMs: 5_000,
});
/** Changes the inputs: the old plan closes and a new one with a new digest takes its place. */
export const editProposal = defineMessage({
  subject: 'integrations.proposal.edit',
  callers: ['gateway', 'assistant'],
  permission: 'chat:use',
  request: z.object({
    proposalId: ProposalId,
    digest: z.string().length(64),
    steps: z
      .array(z.object({ input: z.json(), connectionId: ConnectionId.optional() }))
      .min(1)
      .max(10),
  }),
  reply: Proposal,
  errors: [...createProposal.errors, 'proposal_unknown', 'proposal_changed', 'proposal_expired'],
  timeoutMs: 35_000,
});
const deciding = [
  'proposal_unknown',
  'proposal_changed',
  'proposal_closed',
  'proposal_expired',
  'reconnect_required',
  'scope_missing',
  'connection_unknown',
] as const;
/** Runs the plan once. Only a person's own session; `destroy` wants a fresh login (P-2, P-3, G-2). */
export const confirmProposal = defineMessage({
  subject: 'integrations.proposal.confirm',
  callers: ['gateway'],
  permission: 'proposals:decide',
  request: z.object({ proposalId: ProposalId, digest: z.string().length(64) }),
  reply: Proposal,
  errors: [...deciding, 'outcome_unknown'],
  timeoutMs: 65_000,
});
export const rejectProposal = defineMessage({
  subject: 'integrations.proposal.reject',
  callers: ['gateway', 'assistant'],
  permission: 'proposals:decide',
  request: z.object({ proposalId: ProposalId }),
  reply: Proposal,
  errors: deciding,
  timeoutMs: 5_000,
});
export const undoProposal = defineMessage({
  subject: 'integrations.proposal.undo',
  callers: ['gateway'],
  permission: 'proposals:decide',
  request: z.object({ proposalId: ProposalId }),
  reply: Proposal,
  errors: [
    ...deciding,
    'conflict',
    'provider_unavailable',
    'provider_rejected',
    'provider_limited',
    'outcome_unknown',
    'not_found',
  ],
  timeoutMs: 65_000,
});

export const proposalChanged = defineEvent({
  subject: 'integrations.proposal.changed',
  listeners: ['gateway', 'assistant'],
  payload: z.object({
    proposalId: ProposalId,
    memberId: MemberId,
    threadId: ThreadId.optional(),
    status: ProposalStatus,
  }),
});

import { z } from 'zod';
import { ConnectionId, ProposalId, ThreadId } from './ids.ts';
import { listProposals, ProposalQuery } from './proposal-messages.ts';
import { PlanStep, Proposal } from './proposals.ts';
import { defineRoute } from './route.ts';

const params = z.object({ proposalId: ProposalId });
export const getProposals = defineRoute({
  method: 'GET',
  path: '/api/v1/proposals',
  permission: 'proposals:read',
  title: 'My cards',
  query: ProposalQuery,
  reply: listProposals.reply,
});
/** Proposes from a page (drag on the calendar, a form) what the assistant would from words. */
export const postProposal = defineRoute({
  method: 'POST',
  path: '/api/v1/proposals',
  permission: 'chat:use',
  title: 'Propose',
  status: 201,
  body: z.strictObject({ steps: z.array(PlanStep).min(1).max(10), threadId: ThreadId.optional() }),
  reply: Proposal,
});
export const getProposalRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/proposals/:proposalId',
  permission: 'proposals:read',
  title: 'One card',
  params,
  reply: Proposal,
});
export const putProposal = defineRoute({
  method: 'PUT',
  path: '/api/v1/proposals/:proposalId',
  permission: 'chat:use',
  title: 'Edit a card; the answer is a new card with a new digest',
  params,
  body: z.strictObject({
    digest: z.string().length(64),
    steps: z
      .array(z.strictObject({ input: z.json(), connectionId: ConnectionId.optional() }))
      .min(1)
      .max(10),
  }),
  reply: Proposal,
});
export const postProposalConfirm = defineRoute({
  method: 'POST',
  path: '/api/v1/proposals/:proposalId/confirm',
  permission: 'proposals:decide',
  title: 'Say yes',
  params,
  body: z.strictObject({ digest: z.string().length(64) }),
  reply: Proposal,
});
export const postProposalReject = defineRoute({
  method: 'POST',
  path: '/api/v1/proposals/:proposalId/reject',
  permission: 'proposals:decide',
  title: 'Say no',
  params,
  reply: Proposal,
});
export const postProposalUndo = defineRoute({
  method: 'POST',
  path: '/api/v1/proposals/:proposalId/undo',
  permission: 'proposals:decide',
  title: 'Undo what the card did',
  params,
  reply: Proposal,
});

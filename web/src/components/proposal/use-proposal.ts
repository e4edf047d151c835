import {
  postProposalConfirm,
  postProposalReject,
  postProposalUndo,
  type Proposal,
  type ProposalId,
  putProposal,
} from '@switchboard/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';
import { proposalQuery } from '../../lib/queries.ts';
import type { JsonObject } from '../schema-form/json-schema.ts';

const busy = (proposal: Proposal | undefined) => proposal?.status === 'running' || proposal?.status === 'undoing';

/** One card as it stands now, wherever it was decided, and what a person can do with it. */
export function useProposal(proposalId: ProposalId) {
  const client = useQueryClient();
  const query = useQuery({
    ...proposalQuery(proposalId),
    refetchInterval: ({ state }) => (busy(state.data) ? 1_500 : false),
  });
  const keep = (proposal: Proposal) => {
    client.setQueryData(proposalQuery(proposal.id).queryKey, proposal);
    if (proposal.id !== proposalId) void client.invalidateQueries({ queryKey: proposalQuery(proposalId).queryKey });
    void client.invalidateQueries({ queryKey: ['calendar'] });
    void client.invalidateQueries({ queryKey: ['runs'] });
  };
  const refresh = () => void query.refetch();
  const params = { proposalId };
  return {
    query,
    refresh,
    confirm: useMutation({
      mutationFn: (digest: string) => call(postProposalConfirm, { params, body: { digest } }),
      onSuccess: keep,
      onError: refresh,
    }),
    reject: useMutation({ mutationFn: () => call(postProposalReject, { params }), onSuccess: keep, onError: refresh }),
    undo: useMutation({ mutationFn: () => call(postProposalUndo, { params }), onSuccess: keep, onError: refresh }),
    edit: useMutation({
      mutationFn: ({ proposal, at, change }: EditOptions) =>
        call(putProposal, { params, body: edited(proposal, at, change) }),
      onSuccess: keep,
    }),
  };
}

export interface EditOptions {
  proposal: Proposal;
  /** Which step changes. */
  at: number;
  change: { input?: JsonObject; connectionId?: Proposal['steps'][number]['connectionId'] };
}

const edited = ({ digest, steps }: Proposal, at: number, change: EditOptions['change']) => ({
  digest,
  steps: steps.map(({ input, connectionId }, index) => ({
    input: index === at && change.input ? (change.input as typeof input) : input,
    connectionId: index === at && change.connectionId ? change.connectionId : connectionId,
  })),
});

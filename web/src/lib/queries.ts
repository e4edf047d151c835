import {
  type ConnectionId,
  getConnectionRoute,
  getConnections,
  getMembers,
  getMeRoute,
  getProposalRoute,
  getProvider,
  getProviders,
  getSetupRoute,
  type Me,
  type ProposalId,
} from '@switchboard/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { isProblem } from './problem-error.ts';

export const meKey = ['me'] as const;

/** Who is signed in; `null` for nobody. */
export const meQuery = queryOptions({
  queryKey: meKey,
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await call(getMeRoute, { signal });
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) return null;
      throw error;
    }
  },
});
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  staleTime: Infinity,
  queryFn: ({ signal }) => call(getSetupRoute, { signal }),
});
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  staleTime: 60_000,
  queryFn: ({ signal }) => call(getProviders, { signal }),
});
export const providerQuery = (provider: string) =>
  queryOptions({
    queryKey: ['providers', provider],
    staleTime: 60_000,
    queryFn: ({ signal }) => call(getProvider, { params: { provider }, signal }),
  });
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => call(getMembers, { signal }),
});
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) => call(getConnections, { signal }),
});
export const connectionQuery = (connectionId: ConnectionId) =>
  queryOptions({
    queryKey: ['connections', connectionId],
    queryFn: ({ signal }) => call(getConnectionRoute, { params: { connectionId }, signal }),
  });
export const proposalQuery = (proposalId: ProposalId) =>
  queryOptions({
    queryKey: ['proposals', proposalId],
    queryFn: ({ signal }) => call(getProposalRoute, { params: { proposalId }, signal }),
  });

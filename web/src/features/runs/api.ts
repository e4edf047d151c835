import { getRunRoute, getRuns, type QueryOf, type RunId } from '@switchboard/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';

export type RunFilter = Pick<QueryOf<typeof getRuns>, 'provider' | 'status' | 'action' | 'connectionId' | 'without'>;

export const runsQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['runs', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(getRuns, { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
export const runQuery = (runId: RunId | undefined) =>
  queryOptions({
    queryKey: ['runs', 'one', runId],
    enabled: runId !== undefined,
    queryFn: ({ signal }) => call(getRunRoute, { params: { runId: runId as RunId }, signal }),
  });

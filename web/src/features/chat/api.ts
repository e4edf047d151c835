import { deleteThreadRoute, getThreadRoute, getThreads, postThread, type ThreadId } from '@switchboard/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';

export const threadsQuery = queryOptions({
  queryKey: ['threads'],
  queryFn: ({ signal }) => call(getThreads, { query: { limit: 100 }, signal }),
});
export const threadQuery = (threadId: ThreadId | undefined) =>
  queryOptions({
    queryKey: ['threads', threadId],
    enabled: threadId !== undefined,
    queryFn: ({ signal }) => call(getThreadRoute, { params: { threadId: threadId as ThreadId }, signal }),
  });
export const createThread = () => call(postThread, { body: {} });
export const deleteThread = (threadId: ThreadId) => call(deleteThreadRoute, { params: { threadId } });

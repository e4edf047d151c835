import {
  type AnswerEvent,
  type MessagePart,
  type ThreadDetail,
  ThreadId,
  type ThreadMessage,
} from '@switchboard/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { streamAnswer } from '../../lib/answer-stream.ts';
import { localProblem } from '../../lib/problem-error.ts';
import { useZone } from '../../lib/use-format.ts';
import { createThread, threadQuery, threadsQuery } from './api.ts';

/** An answer on its way: what the person said until it is stored, and the parts that came. */
export interface Live {
  threadId?: ThreadId;
  said?: string;
  parts: MessagePart[];
  busy: boolean;
  error?: unknown;
}

const quiet: Live = { parts: [], busy: false };

/** One conversation: what is stored, what streams in, and how to say something or stop. */
export function useConversation(threadId: ThreadId | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const timeZone = useZone();
  const [live, setLive] = useState<Live>(quiet);
  const running = useRef<AbortController>(undefined);
  const { data: thread, error, isPending } = useQuery(threadQuery(threadId));
  useEffect(() => () => running.current?.abort(), []);

  const store = useCallback(
    (id: ThreadId, message: ThreadMessage) => {
      client.setQueryData<ThreadDetail>(threadQuery(id).queryKey, (before) =>
        before && !before.messages.some((known) => known.id === message.id)
          ? { ...before, messages: [...before.messages, message] }
          : before,
      );
    },
    [client],
  );

  const say = useCallback(
    async (text: string, resume = false) => {
      running.current?.abort();
      const abort = (running.current = new AbortController());
      setLive({ threadId, said: resume ? undefined : text, parts: [], busy: true });
      let id = threadId;
      try {
        if (!id) {
          const created = await createThread();
          id = created.id;
          client.setQueryData<ThreadDetail>(threadQuery(id).queryKey, { ...created, messages: [] });
          setLive((before) => ({ ...before, threadId: id }));
          await navigate(`/assistant/${id}`);
        }
        const body = { text, timeZone, ...(resume ? { resume } : {}) };
        for await (const event of streamAnswer(id, body, abort.signal)) apply(id, event);
        await client.invalidateQueries({ queryKey: threadQuery(id).queryKey });
        setLive((before) => (before.error ? { ...before, busy: false } : quiet));
      } catch (failure) {
        setLive((before) =>
          abort.signal.aborted ? { ...before, busy: false } : { ...before, busy: false, error: failure },
        );
        if (id) void client.invalidateQueries({ queryKey: threadQuery(id).queryKey });
      } finally {
        void client.invalidateQueries({ queryKey: threadsQuery.queryKey, exact: true });
      }

      function apply(into: ThreadId, event: AnswerEvent) {
        switch (event.event) {
          case 'message':
            store(into, event.data);
            setLive((before) => ({ ...before, said: undefined }));
            break;
          case 'part':
            setLive((before) => ({ ...before, parts: [...before.parts, event.data] }));
            break;
          case 'done':
            store(into, event.data);
            setLive((before) => ({ ...before, parts: [], busy: false }));
            break;
          case 'error':
            setLive((before) => ({ ...before, error: localProblem('internal', event.data.message) }));
        }
      }
    },
    [client, navigate, store, threadId, timeZone],
  );
  const stop = useCallback(() => {
    running.current?.abort();
    setLive((before) => ({ ...before, busy: false }));
  }, []);

  const mine = live.threadId === threadId ? live : quiet;
  const messages = thread?.messages ?? [];
  const lastSaid = messages.findLast(({ role }) => role === 'person');
  return {
    messages,
    live: mine,
    say,
    stop,
    error,
    loading: threadId !== undefined && isPending,
    lastSaid: lastSaid && textOf(lastSaid),
  };
}

/** @returns what a message says in plain words. */
const textOf = (message: ThreadMessage): string =>
  message.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');

/** @returns the id in the address, if it is one. */
export const threadIdOf = (text: string | undefined): ThreadId | undefined => ThreadId.safeParse(text).data;

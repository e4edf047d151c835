import type { ThreadId } from '@switchboard/contracts';
import { Loader, VisuallyHidden } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { Composer } from './composer.tsx';
import { Greeting } from './greeting.tsx';
import { MessageParts, MessageView } from './message-view.tsx';
import { useConversation } from './use-conversation.ts';
import { useFollowEnd } from './use-follow-end.ts';

/** What was said and what comes in, with the composer below. */
export function Conversation({ threadId }: { threadId: ThreadId | undefined }) {
  const { t } = useTranslation();
  const { messages, live, say, stop, error, loading, lastSaid } = useConversation(threadId);
  const scroller = useRef<HTMLDivElement>(null);
  const amount = messages.length + live.parts.length + (live.said ? 1 : 0);
  useFollowEnd(scroller, `${threadId} ${amount} ${live.busy}`);
  const cards = useMemo(
    () =>
      new Set(
        messages.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'proposal' ? [part.proposalId] : []))),
      ),
    [messages],
  );
  const answering = { say: (text: string) => void say(text), resume: () => void say(lastSaid ?? '…', true), cards };
  const empty = !loading && messages.length === 0 && !live.said && !live.busy && !error;

  return (
    <>
      <div className="swb-talk-scroll" ref={scroller}>
        <div className="swb-talk-inner">
          <VisuallyHidden component="h1">{t('nav.assistant')}</VisuallyHidden>
          {loading && <Loading />}
          <ProblemNote error={error} />
          {empty && <Greeting onSay={answering.say} />}
          <div role="log" aria-live="polite" aria-label={t('chat.conversation')}>
            <ol className="swb-said">
              {messages.map((message, at) => (
                <MessageView
                  key={message.id}
                  message={message}
                  last={at === messages.length - 1 && !live.busy}
                  {...answering}
                />
              ))}
              {live.said && (
                <li className="swb-person-said">
                  <RichText text={live.said} />
                </li>
              )}
              {(live.busy || live.parts.length > 0 || live.error !== undefined) && (
                <li className="swb-assistant-said">
                  <MessageParts parts={live.parts} last={false} {...answering} />
                  {live.busy && <Loader type="dots" size="sm" aria-label={t('chat.thinking')} role="status" />}
                  <ProblemNote error={live.error} />
                </li>
              )}
            </ol>
          </div>
        </div>
      </div>
      <Composer busy={live.busy} onSay={answering.say} onStop={stop} lastSaid={lastSaid} />
    </>
  );
}

import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Paging, SlackMessage, timeOf } from './answers.ts';
import { namesOf } from './people.ts';
import { mentionedIn, readable } from './text.ts';

export const MessagePage = z.object({
  messages: z.array(SlackMessage),
  has_more: z.boolean().optional(),
  response_metadata: Paging.optional(),
});

/** A message as actions answer it. */
export const Shown = z.object({
  messageId: z.string(),
  from: z.string().optional(),
  fromId: z.string().optional(),
  at: z.iso.datetime(),
  text: z.string(),
  /** The message that began the thread it is in. */
  threadId: z.string().optional(),
  replies: z.int().nonnegative().optional(),
  reactions: z.array(z.object({ name: z.string(), count: z.int() })).optional(),
  files: z.array(z.object({ id: z.string(), name: z.string().optional() })).optional(),
});
type Shown = z.input<typeof Shown>;

/** Messages with the names of those who wrote them and are mentioned. */
export async function shown(context: ActionContext, messages: readonly SlackMessage[]): Promise<Shown[]> {
  const people = new Set(
    messages.flatMap(({ user, text }) => [...(user === undefined ? [] : [user]), ...mentionedIn(text)]),
  );
  const names = await namesOf(context, people);
  return messages.map(({ ts, text, user, username, thread_ts: threadId, reply_count: replies, reactions, files }) => ({
    messageId: ts,
    from: (user === undefined ? username : names.get(user)) ?? user,
    fromId: user,
    at: timeOf(ts),
    text: readable(text, names),
    threadId,
    replies,
    reactions,
    files,
  }));
}

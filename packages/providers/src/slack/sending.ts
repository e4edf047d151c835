import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import type { SlackMessage } from './answers.ts';
import { channelOf, read, unknowable, write } from './calls.ts';
import { MessagePage } from './messages.ts';
import { escaped } from './text.ts';

export interface Said {
  readonly chatId?: string;
  readonly text: string;
  readonly format?: 'plain' | 'slack';
  /** The message that began the thread. */
  readonly threadId?: string;
  readonly alsoToChannel?: boolean;
}

const Posted = z.object({ ts: z.string(), channel: z.string() });
const Permalink = z.object({ permalink: z.url() });

/** Posts a message that carries the run's marker, which nobody sees. @see https://docs.slack.dev/messaging/message-metadata */
export async function post(context: ActionContext, said: Said) {
  const { text, format = 'plain', threadId, alsoToChannel } = said;
  const channel = await channelOf(context, said.chatId);
  const metadata = JSON.stringify({ event_type: 'hub_run', event_payload: { run: context.run.marker } });
  const values = {
    channel,
    text: format === 'plain' ? escaped(text) : text,
    thread_ts: threadId,
    reply_broadcast: alsoToChannel || undefined,
    metadata,
  };
  return sent(context, await write(context, 'chat.postMessage', values, Posted));
}

/** What was sent, with its link where Slack gives one. */
async function sent(context: ActionContext, { ts, channel }: z.infer<typeof Posted>) {
  const url = await permalink(context, channel, ts);
  return { messageId: ts, chatId: channel, ...(url !== undefined && { url }) };
}

/** The link of a message, or undefined where it is not there. The message stands, whether or not its link is known. */
export async function permalink(context: ActionContext, channel: string, ts: string): Promise<string | undefined> {
  try {
    return (await read(context, 'chat.getPermalink', { channel, message_ts: ts }, Permalink)).permalink;
  } catch (error) {
    if (error instanceof HubError) return undefined;
    throw error;
  }
}

/** The message that a run has sent; only who may read the channel can know that there is none. */
export async function found(context: ActionContext, said: Said) {
  const channel = await channelOf(context, said.chatId);
  const messages = await recent(context, channel, said.threadId);
  const own = messages.find(({ metadata }) => metadata?.event_payload['run'] === context.run.marker);
  return own && sent(context, { ts: own.ts, channel });
}

async function recent(context: ActionContext, channel: string, threadId: string | undefined): Promise<SlackMessage[]> {
  const hourAgo = (context.now.getTime() / 1000 - 3600).toFixed(6);
  const asked = { channel, oldest: hourAgo, limit: 100, include_all_metadata: true };
  try {
    const page =
      threadId === undefined
        ? await read(context, 'conversations.history', asked, MessagePage)
        : await read(context, 'conversations.replies', { ...asked, ts: threadId }, MessagePage);
    return page.messages;
  } catch (error) {
    if (error instanceof HubError && error.code === 'scope_missing') return unknowable();
    throw error;
  }
}

/** Takes a message away for everyone. */
export const takeBack = (context: ActionContext, { chatId, messageId }: { chatId: string; messageId: string }) =>
  write(context, 'chat.delete', { channel: chatId, ts: messageId }, z.object({}), true);

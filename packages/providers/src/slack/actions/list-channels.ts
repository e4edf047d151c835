import { messagesListChats } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Paging, SlackChannel } from '../answers.ts';
import { read } from '../calls.ts';
import { groupTitle } from '../chats.ts';
import { namesOf } from '../people.ts';

const Channels = z.object({ channels: z.array(SlackChannel), response_metadata: Paging.optional() });
const mostPages = 5;

async function channelsOf(context: ActionContext): Promise<SlackChannel[]> {
  const types = 'public_channel,private_channel,mpim,im';
  const all: SlackChannel[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { types, exclude_archived: true, limit: 200, cursor };
    const { channels, response_metadata: paging } = await read(context, 'conversations.list', asked, Channels);
    all.push(...channels);
    cursor = paging?.next_cursor;
    if (!cursor) break;
  }
  return all;
}

function toChat(channel: SlackChannel, names: ReadonlyMap<string, string>) {
  const { id, name = id, user = '', is_im: direct, is_mpim: group, is_member: isMember } = channel;
  if (direct) return { id, title: names.get(user) ?? user, kind: 'person', isMember: true } as const;
  if (group) return { id, title: groupTitle(name), kind: 'group', isMember: true } as const;
  return { id, title: `#${name}`, kind: 'channel', isMember: isMember ?? false } as const;
}

export const listChannels = defineAction({
  name: 'list_channels',
  title: 'List channels',
  description: 'Lists the channels of the workspace and your direct messages, at most a thousand, your own first.',
  fulfils: messagesListChats,
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['slack channels', 'my channels'],
  input: messagesListChats.input,
  output: z.object({
    chats: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.enum(['person', 'group', 'channel']).optional(),
        isMember: z.boolean(),
      }),
    ),
  }),

  /** @see https://docs.slack.dev/reference/methods/conversations.list */
  async run(context) {
    const channels = await channelsOf(context);
    const people = channels.flatMap(({ is_im: direct, user }) => (direct && user !== undefined ? [user] : []));
    const names = await namesOf(context, new Set(people));
    const chats = channels.map((channel) => toChat(channel, names));
    return { chats: chats.toSorted((a, b) => Number(b.isMember) - Number(a.isMember)) };
  },

  examples: [{ input: {} }],
});

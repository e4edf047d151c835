import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { timeOf } from '../answers.ts';
import { read } from '../calls.ts';
import { namesOf } from '../people.ts';
import { mentionedIn, readable } from '../text.ts';

const Match = z.object({
  ts: z.string(),
  text: z.string().default(''),
  user: z.string().nullish(),
  username: z.string().nullish(),
  permalink: z.url(),
  channel: z.object({ id: z.string(), name: z.string().optional() }),
});
const Matches = z.object({
  messages: z.object({ matches: z.array(Match), paging: z.object({ page: z.int(), pages: z.int() }) }),
});

export const searchMessages = defineAction({
  name: 'search_messages',
  title: 'Search messages',
  description: "Finds messages that you can see, the newest first; Slack's words like from: and in: work.",
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['search slack for {query}', 'find the message {query}'],
  input: z.strictObject({
    query: z.string().min(1).max(500).describe('Words'),
    limit: z.int().min(1).max(100).default(20).describe('At most this many'),
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .describe('Where the last page ended')
      .optional(),
  }),
  output: z.object({
    messages: z.array(
      z.object({
        messageId: z.string(),
        chatId: z.string(),
        chat: z.string(),
        from: z.string().optional(),
        at: z.iso.datetime(),
        text: z.string(),
        url: z.url(),
      }),
    ),
    nextCursor: z.string().optional(),
  }),

  /** @see https://docs.slack.dev/reference/methods/search.messages */
  async run(context, { query, limit, cursor }) {
    const asked = { query, count: limit, page: Number(cursor ?? 1), sort: 'timestamp' };
    const { matches, paging } = (await read(context, 'search.messages', asked, Matches)).messages;
    const people = matches.flatMap(({ user, text }) => [...(user ? [user] : []), ...mentionedIn(text)]);
    const names = await namesOf(context, new Set(people));
    const messages = matches.map(({ ts, text, user, username, permalink, channel }) => ({
      messageId: ts,
      chatId: channel.id,
      chat: channel.name ?? channel.id,
      from: names.get(user ?? '') ?? username ?? undefined,
      at: timeOf(ts),
      text: readable(text, names),
      url: permalink,
    }));
    return { messages, ...(paging.page < paging.pages && { nextCursor: String(paging.page + 1) }) };
  },

  examples: [{ input: { query: 'export' } }, { title: 'In one channel', input: { query: 'cake in:random', limit: 5 } }],
});

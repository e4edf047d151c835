import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { a, reading, sees, type SlackMethod } from './define.ts';
import { team } from './people.ts';
import { handleOf } from './render.ts';
import { stateOf } from './workspace.ts';
import { permalinkOf, type Channel, type Message } from './state.ts';

interface Asked {
  readonly words: readonly string[];
  readonly from?: string;
  readonly within?: string;
}

/** Words, `from:` and `in:` of a search. */
function askedIn(query: string): Asked {
  const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
  const after = (name: string) =>
    parts
      .find((part) => part.startsWith(name))
      ?.slice(name.length)
      .replace(/^[@#]/, '');
  const from = after('from:');
  const within = after('in:');
  return {
    words: parts.filter((part) => !/^(from|in):/.test(part)),
    ...(from !== undefined && { from }),
    ...(within !== undefined && { within }),
  };
}

const fits = ({ words, from, within }: Asked, { text, user }: Message, { name }: Channel): boolean =>
  words.every((word) => text.toLowerCase().includes(word)) &&
  (from === undefined || from === handleOf(user)) &&
  (within === undefined || within === name);

export const searchMethods = (kit: SandboxKit): SlackMethod[] => [
  reading('search.messages', {
    scopes: ['search:read'],
    given: z.strictObject({
      query: a.text.min(1),
      count: a.int(1, 100).default(20),
      page: a.int(1, 100).default(1),
      sort: z.enum(['score', 'timestamp']).default('score'),
      sort_dir: z.enum(['asc', 'desc']).default('desc'),
      highlight: a.bool.optional(),
    }),
    run: (account, { query, count, page, sort_dir: direction }) => {
      const { messages, channels } = stateOf(kit);
      const asked = askedIn(query);
      const found = messages.flatMap((message) => {
        const channel = channels.find(({ id }) => id === message.channel)!;
        return sees(channel, account) && fits(asked, message, channel) ? [{ message, channel }] : [];
      });
      const sorted = direction === 'asc' ? found : found.toReversed();
      const matches = sorted.slice((page - 1) * count, page * count).map(({ message, channel }) => ({
        iid: `${channel.id}-${message.ts}`,
        team: team.id,
        type: 'message',
        channel: { id: channel.id, name: channel.name || channel.id, is_private: channel.kind !== 'public' },
        user: message.user,
        username: handleOf(message.user),
        ts: message.ts,
        text: message.text,
        permalink: permalinkOf(message),
      }));
      const paging = { count, total: found.length, page, pages: Math.ceil(found.length / count) };
      return { query, messages: { total: found.length, matches, paging } };
    },
  }),
];

import { z } from 'zod';
import { cursorAt, placeOf } from '../kit/paging.ts';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import { a, anyKind, channelIn, messageIn, reading, sees, type SlackMethod } from './define.ts';
import { memberBy, members, team, userView } from './people.ts';
import { no } from './refusals.ts';
import { channelView, messageView } from './render.ts';
import { stateOf } from './workspace.ts';
import { permalinkOf, type Message } from './state.ts';

const paged = { limit: a.int(1, 1000).default(100), cursor: a.text.optional() };

/** A page as Slack cuts it; an empty cursor is none. @throws {Refusal} `invalid_cursor`. */
function pageOf<T>(list: string, all: readonly T[], { limit, cursor }: { limit: number; cursor?: string }) {
  try {
    const at = placeOf(list, cursor === '' ? undefined : cursor);
    const next = at + limit;
    return { items: all.slice(at, next), more: next < all.length, next: next < all.length ? cursorAt(list, next) : '' };
  } catch (error) {
    throw error instanceof Refusal ? no('invalid_cursor') : error;
  }
}

const history = {
  channel: a.text,
  ...paged,
  oldest: a.text.optional(),
  latest: a.text.optional(),
  inclusive: a.bool.default(false),
  include_all_metadata: a.bool.default(false),
};

const isWithin = (
  { ts }: Message,
  { oldest = '0', latest, inclusive }: { oldest?: string; latest?: string; inclusive: boolean },
) => {
  const at = Number(ts);
  const after = inclusive ? at >= Number(oldest) : at > Number(oldest);
  return after && (latest === undefined || (inclusive ? at <= Number(latest) : at < Number(latest)));
};

/** Looking: who and what there is, and what was said. */
export const readingMethods = (kit: SandboxKit): SlackMethod[] => [
  reading('auth.test', {
    given: z.strictObject({}),
    run: ({ id }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: memberBy(id)!.handle,
      team_id: team.id,
      user_id: id,
      is_enterprise_install: false,
    }),
  }),
  reading('users.list', {
    scopes: ['users:read'],
    given: z.strictObject({ ...paged, include_locale: a.bool.optional() }),
    run: (_account, given) => {
      const { items, next } = pageOf('users', members, given);
      return { members: items.map(userView), cache_ts: 1_700_000_000, response_metadata: { next_cursor: next } };
    },
  }),
  reading('users.info', {
    scopes: ['users:read'],
    given: z.strictObject({ user: a.text }),
    run: (_account, { user }) => {
      const member = memberBy(user);
      if (!member) throw no('user_not_found');
      return { user: userView(member) };
    },
  }),
  reading('conversations.list', {
    scopes: anyKind('read'),
    given: z.strictObject({ ...paged, types: a.text.default('public_channel'), exclude_archived: a.bool.optional() }),
    run: (account, { types, ...given }) => {
      const wanted = types.split(',').map((type) => type.trim());
      const strange = wanted.find((type) => !['public_channel', 'private_channel', 'mpim', 'im'].includes(type));
      if (strange !== undefined) throw no('invalid_types');
      const kinds = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;
      const all = stateOf(kit).channels.filter(
        (channel) => sees(channel, account) && wanted.includes(kinds[channel.kind]),
      );
      const { items, next } = pageOf('channels', all, given);
      const channels = items.map((channel) => channelView(channel, account.id));
      return { channels, response_metadata: { next_cursor: next } };
    },
  }),
  reading('conversations.info', {
    scopes: anyKind('read'),
    given: z.strictObject({ channel: a.text }),
    run: (account, { channel }) => ({ channel: channelView(channelIn(stateOf(kit), account, channel), account.id) }),
  }),
  reading('conversations.history', {
    scopes: anyKind('history'),
    given: z.strictObject(history),
    run: (account, { channel: id, include_all_metadata: metadata, ...given }) => {
      const state = stateOf(kit);
      const channel = channelIn(state, account, id);
      const all = state.messages
        .filter(
          (one) => one.channel === channel.id && (one.threadTs === undefined || one.broadcast) && isWithin(one, given),
        )
        .toReversed();
      const { items, more, next } = pageOf(`history.${id}`, all, given);
      return {
        messages: items.map((message) => messageView(state, message, metadata)),
        has_more: more,
        pin_count: 0,
        channel_actions_ts: null,
        channel_actions_count: 0,
        ...(more && { response_metadata: { next_cursor: next } }),
      };
    },
  }),
  reading('conversations.replies', {
    scopes: anyKind('history'),
    given: z.strictObject({ ...history, ts: a.ts }),
    run: (account, { channel: id, ts, include_all_metadata: metadata, ...given }) => {
      const state = stateOf(kit);
      const channel = channelIn(state, account, id);
      const first = state.messages.find((one) => one.channel === channel.id && one.ts === ts);
      if (!first) throw no('thread_not_found');
      const answers = state.messages.filter(
        (one) => one.channel === channel.id && one.threadTs === ts && isWithin(one, given),
      );
      const { items, more, next } = pageOf(`replies.${ts}`, [first, ...answers], given);
      return {
        messages: items.map((message) => messageView(state, message, metadata)),
        has_more: more,
        ...(more && { response_metadata: { next_cursor: next } }),
      };
    },
  }),
  reading('chat.getPermalink', {
    given: z.strictObject({ channel: a.text, message_ts: a.ts }),
    run: (account, { channel: id, message_ts: ts }) => {
      const state = stateOf(kit);
      const channel = channelIn(state, account, id);
      return { channel: channel.id, permalink: permalinkOf(messageIn(state, channel, ts)) };
    },
  }),
];

import { z } from 'zod';
import { methodsFor } from '../kit/api.ts';
import type { AuthorizationServer } from '../kit/oauth/index.ts';
import { headerToken, Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { a, channelIn, messageIn, writing, type SlackMethod } from './define.ts';
import { memberBy, type SlackAccount } from './people.ts';
import { no } from './refusals.ts';
import { channelView, messageView } from './render.ts';
import { stateOf } from './workspace.ts';
import { nextTs, type Channel, type Message, type SlackState } from './state.ts';

const mostLetters = 40_000;
const define = methodsFor<SlackAccount>();

/** @throws {Refusal} where the text is none or too long. */
function checkText(text: string): void {
  if (text.trim() === '') throw no('no_text');
  if (text.length > mostLetters) throw no('msg_too_long');
}

/** @throws {Refusal} `not_in_channel` for a channel the account only sees. */
export function writableIn(state: SlackState, account: SlackAccount, id: string): Channel {
  const channel = channelIn(state, account, id);
  if (!channel.members.includes(account.id)) throw no('not_in_channel');
  return channel;
}

/** @throws {Refusal} where the message is of someone else. */
function ownMessage(state: SlackState, account: SlackAccount, id: string, ts: string, refusal: string): Message {
  const message = messageIn(state, channelIn(state, account, id), ts);
  if (message.user !== account.id) throw no(refusal);
  return message;
}

/** Adds a message of an account's. @throws {Refusal} where the thread is not there. */
export function say(
  kit: SandboxKit,
  account: SlackAccount,
  channel: Channel,
  said: Pick<Message, 'text'> & Partial<Pick<Message, 'threadTs' | 'broadcast' | 'metadata' | 'file'>>,
): Message {
  const state = stateOf(kit);
  const parent = state.messages.find(({ channel: at, ts }) => at === channel.id && ts === said.threadTs);
  if (said.threadTs !== undefined && !parent) throw no('thread_not_found');
  const message: Message = {
    ts: nextTs(kit, state),
    channel: channel.id,
    user: account.id,
    reactions: {},
    ...said,
    // An answer to an answer stands in the thread that one is in.
    ...(parent && { threadTs: parent.threadTs ?? parent.ts }),
  };
  state.messages.push(message);
  return message;
}

/** Messages and reactions of the account's own; direct messages opened; the end of a token. */
export const writingMethods = (kit: SandboxKit, oauth: AuthorizationServer<SlackAccount>): SlackMethod[] => [
  writing('chat.postMessage', {
    scopes: ['chat:write'],
    given: z.strictObject({
      channel: a.text,
      text: a.text,
      thread_ts: a.ts.optional(),
      reply_broadcast: a.bool.optional(),
      metadata: a
        .json(
          z.strictObject({ event_type: z.string().regex(/^\w+$/), event_payload: z.record(z.string(), z.unknown()) }),
        )
        .optional(),
      mrkdwn: a.bool.optional(),
      unfurl_links: a.bool.optional(),
      unfurl_media: a.bool.optional(),
    }),
    run: (account, { channel: id, text, thread_ts: threadTs, reply_broadcast: broadcast, metadata }) => {
      checkText(text);
      const state = stateOf(kit);
      const channel = writableIn(state, account, id);
      const message = say(kit, account, channel, { text, threadTs, broadcast, metadata });
      return { channel: channel.id, ts: message.ts, message: messageView(state, message, false) };
    },
  }),
  writing('chat.update', {
    scopes: ['chat:write'],
    given: z.strictObject({ channel: a.text, ts: a.ts, text: a.text }),
    run: (account, { channel, ts, text }) => {
      checkText(text);
      const message = ownMessage(stateOf(kit), account, channel, ts, 'cant_update_message');
      Object.assign(message, { text, edited: true });
      return { channel, ts, text, message: { text } };
    },
  }),
  writing('chat.delete', {
    scopes: ['chat:write'],
    given: z.strictObject({ channel: a.text, ts: a.ts }),
    run: (account, { channel, ts }) => {
      const { messages } = stateOf(kit);
      const message = ownMessage(stateOf(kit), account, channel, ts, 'cant_delete_message');
      messages.splice(messages.indexOf(message), 1);
      return { channel, ts };
    },
  }),
  writing('conversations.open', {
    scopes: ['channels:write', 'groups:write', 'im:write', 'mpim:write'],
    given: z.strictObject({ users: a.text, return_im: a.bool.optional() }),
    run: (account, { users }) => {
      if (users.includes(',')) throw no('users_list_not_supplied');
      if (!memberBy(users)) throw no('user_not_found');
      const { channels } = stateOf(kit);
      const pair = new Set([account.id, users]);
      const there = channels.find(
        ({ kind, members }) => kind === 'im' && new Set([...members, ...pair]).size === pair.size,
      );
      const number = String(channels.length).padStart(8, '0');
      const made: Channel = {
        id: `D${number}X`,
        kind: 'im',
        name: '',
        about: '',
        created: Math.floor(kit.clock() / 1000),
        members: [...pair],
      };
      if (!there) channels.push(made);
      const { id } = channelView(there ?? made, account.id);
      return { ...(there && { no_op: true, already_open: true }), channel: { id } };
    },
  }),
  ...['add', 'remove'].map((what) =>
    writing(`reactions.${what}`, {
      scopes: ['reactions:write'],
      given: z.strictObject({ channel: a.text, timestamp: a.ts, name: a.text }),
      run: (account, { channel, timestamp, name }) => {
        const state = stateOf(kit);
        if (!/^[a-z0-9_'+-]+(::skin-tone-[2-6])?$/.test(name)) throw no('invalid_name');
        const { reactions } = messageIn(state, channelIn(state, account, channel), timestamp);
        const users = (Object.hasOwn(reactions, name) && reactions[name]) || [];
        const has = users.includes(account.id);
        if (what === 'add' && has) throw no('already_reacted');
        if (what === 'remove' && !has) throw no('no_reaction');
        reactions[name] = has ? users.filter((id) => id !== account.id) : [...users, account.id];
        return undefined;
      },
    }),
  ),
  define({
    id: 'auth.revoke',
    http: 'POST',
    path: '/api/auth.revoke',
    scopes: [],
    run: ({ request }) => {
      oauth.revoke(headerToken(request)!);
      return Reply.json(200, { ok: true, revoked: true });
    },
  }),
];

import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nameOf, SlackChannel, SlackUser } from './answers.ts';
import { chatOf, read } from './calls.ts';

/** A group of people is named after its members, as `mpdm-ada--jonas-1`. */
export const groupTitle = (name: string): string => name.replace(/^mpdm-(.*)-\d+$/, '$1').replaceAll('--', ', ');

const Info = z.object({ channel: SlackChannel });
const UserInfo = z.object({ user: SlackUser });

/**
 * What a card calls the chat an action is for; its id where the connection has no right to look it up.
 * @throws HubError `not_found` where Slack has no such chat, `input_invalid` where none is named and none is stored.
 */
export async function chatNamed(context: ActionContext, chatId: string | undefined): Promise<{ title: string }> {
  const chat = chatOf(context, chatId);
  try {
    return { title: await titleOf(context, chat) };
  } catch (error) {
    if (error instanceof HubError && error.code === 'scope_missing') return { title: chat };
    throw error;
  }
}

/** @see https://docs.slack.dev/reference/methods/conversations.info */
async function titleOf(context: ActionContext, chat: string): Promise<string> {
  if (/^[UW]/.test(chat)) return personCalled(context, chat);
  const { channel } = await read(context, 'conversations.info', { channel: chat }, Info);
  const { name = chat, user, is_im: direct, is_mpim: group } = channel;
  if (direct) return user === undefined ? chat : personCalled(context, user);
  return group ? groupTitle(name) : `#${name}`;
}

/** Several people may have one name; nobody shares a handle. @see https://docs.slack.dev/reference/methods/users.info */
async function personCalled(context: ActionContext, user: string): Promise<string> {
  const { user: person } = await read(context, 'users.info', { user }, UserInfo);
  return `${nameOf(person)} (@${person.name})`;
}

import { HubError, messagesListChats } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { TelegramChat, toChat, type TelegramUpdate } from '../answers.ts';
import { call, chatOf, updatesOf } from '../calls.ts';

const gone = new Set(['left', 'kicked']);

/** The chats of updates, the newest first, without those the bot was put out of. */
function chatsIn(updates: readonly TelegramUpdate[]): TelegramChat[] {
  const chats = new Map<number, TelegramChat | undefined>();
  for (const update of updates.toReversed()) {
    const { message, edited_message: edited, channel_post: post, my_chat_member: member } = update;
    const chat = (message ?? edited ?? post ?? member)?.chat;
    if (!chat || chats.has(chat.id)) continue;
    chats.set(chat.id, member && gone.has(member.new_chat_member.status) ? undefined : chat);
  }
  return [...chats.values()].filter((chat) => chat !== undefined);
}

/** The chat that is stored with the connection, where the bot still knows it. */
async function storedChat(context: ActionContext): Promise<TelegramChat[]> {
  if (context.settings['defaultChatId'] === undefined) return [];
  try {
    const json = { chat_id: chatOf(context, undefined) };
    return [await call(context, 'getChat', { json, idempotent: true }, TelegramChat)];
  } catch (error) {
    if (error instanceof HubError && ['not_found', 'provider_rejected'].includes(error.code)) return [];
    throw error;
  }
}

export const listChats = defineAction({
  name: 'list_chats',
  title: 'List chats',
  description: 'Lists who wrote to the bot in the last day, the groups it was added to, and the default chat.',
  fulfils: messagesListChats,
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['my telegram chats', 'who wrote to my bot'],
  input: messagesListChats.input,
  output: messagesListChats.output,

  /** Others that read the bot's updates are not disturbed. @see https://core.telegram.org/bots/api#getupdates */
  async run(context) {
    const stored = await storedChat(context);
    const updates = await updatesOf(context).catch((error: unknown) => {
      if (error instanceof HubError && error.code === 'conflict' && stored.length > 0) return [];
      throw error;
    });
    const others = chatsIn(updates).filter(({ id }) => id !== stored[0]?.id);
    return { chats: [...stored, ...others].map(toChat) };
  },

  examples: [{ input: {} }],
});

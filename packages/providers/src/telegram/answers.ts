import { z } from 'zod';

/** @see https://core.telegram.org/bots/api#chat */
export const TelegramChat = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});
export type TelegramChat = z.infer<typeof TelegramChat>;

const sentFile = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.int().optional(),
});

/** @see https://core.telegram.org/bots/api#message */
export const TelegramMessage = z.object({
  message_id: z.int(),
  date: z.int(),
  chat: TelegramChat,
  from: z.object({ first_name: z.string(), last_name: z.string().optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  document: sentFile.optional(),
  photo: z.array(sentFile).optional(),
});
export type TelegramMessage = z.infer<typeof TelegramMessage>;

const member = z.object({ chat: TelegramChat, new_chat_member: z.object({ status: z.string() }) });

/** The kinds of updates that name a chat. @see https://core.telegram.org/bots/api#update */
export const TelegramUpdate = z.object({
  update_id: z.int(),
  message: TelegramMessage.optional(),
  edited_message: TelegramMessage.optional(),
  channel_post: TelegramMessage.optional(),
  my_chat_member: member.optional(),
});
export type TelegramUpdate = z.infer<typeof TelegramUpdate>;

/** What Telegram answers holds the result. */
export const answered = <T extends z.ZodType>(result: T) => z.object({ ok: z.literal(true), result });

const kinds = { private: 'person', group: 'group', supergroup: 'group', channel: 'channel' } as const;

export const toChat = (chat: TelegramChat) => ({
  id: String(chat.id),
  title: titleOf(chat),
  ...(Object.hasOwn(kinds, chat.type) && { kind: kinds[chat.type as keyof typeof kinds] }),
});

export const titleOf = ({ id, title, username, ...person }: TelegramChat): string =>
  title ?? (nameOf(person) || (username === undefined ? String(id) : `@${username}`));

export const nameOf = ({ first_name: first, last_name: last }: { first_name?: string; last_name?: string }): string =>
  [first, last].filter((part) => part !== undefined).join(' ');

/** A link that people in the chat can open; private chats have none. */
export function linkOf({ chat, message_id: id }: TelegramMessage): string | undefined {
  if (chat.type !== 'supergroup' && chat.type !== 'channel') return undefined;
  return `https://t.me/${chat.username ?? `c/${String(chat.id).replace(/^-100/, '')}`}/${id}`;
}

import { HubError } from '@switchboard/contracts';
import { asChoice, picked, type ActionContext, type HttpRequest } from '@switchboard/provider-kit';
import { z } from 'zod';
import { answered, linkOf, TelegramChat, TelegramMessage, TelegramUpdate, titleOf } from './answers.ts';
import { chatPattern } from './settings.ts';

/** A chat that a form offers from those that wrote to the bot. */
export const chatChoice = picked({ action: 'telegram.list_chats', items: 'chats', value: 'id', label: 'title' }, 256)
  .describe('Chat; the default one of the connection unless given')
  .optional();

export const messageChoice = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .describe('Id of the message');

/** A message that was written to the bot, offered from the chat that the form names. */
export const receivedChoice = asChoice(messageChoice, {
  action: 'telegram.list_messages',
  items: 'messages',
  value: 'messageId',
  label: 'text',
  given: { chatId: 'chatId' },
});

/** Calls a method of the Bot API. */
export const call = async <T extends z.ZodType>(
  { http }: ActionContext,
  method: string,
  request: Pick<HttpRequest, 'json' | 'parts' | 'idempotent'>,
  result: T,
): Promise<z.output<T>> => {
  const answer = await http.post(`/${method}`, { ...request, schema: answered(result) });
  return (answer as { result: z.output<T> }).result;
};

/** The chat an action is for. @throws HubError `input_invalid` where none is named and none is stored. */
export function chatOf({ settings }: ActionContext, chatId: string | undefined): number | string {
  const chosen = chatId ?? settings['defaultChatId'];
  if (chosen === undefined) {
    throw new HubError('input_invalid', 'Choose a chat, or store a default chat with the connection.');
  }
  if (!chatPattern.test(chosen)) throw new HubError('input_invalid', 'That is no chat of Telegram’s.');
  return chosen.startsWith('@') ? chosen : Number(chosen);
}

/**
 * What a card calls the chat an action is for.
 * @throws HubError `not_found` where the bot knows no such chat. @see https://core.telegram.org/bots/api#getchat
 */
export async function chatNamed(context: ActionContext, chatId: string | undefined): Promise<{ title: string }> {
  const json = { chat_id: chatOf(context, chatId) };
  return { title: titleOf(await call(context, 'getChat', { json, idempotent: true }, TelegramChat)) };
}

/** What was written to the bot in the last day and no program has taken; nothing is confirmed, so others still get it. */
export const updatesOf = (context: ActionContext): Promise<TelegramUpdate[]> =>
  call(context, 'getUpdates', { json: { limit: 100, timeout: 0 }, idempotent: true }, z.array(TelegramUpdate));

export function sent(message: TelegramMessage) {
  const url = linkOf(message);
  const { message_id: id, chat } = message;
  return { messageId: String(id), chatId: String(chat.id), ...(url !== undefined && { url }) };
}

/** Takes a message back for everyone; Telegram allows it for 48 hours. */
export async function takeBack(context: ActionContext, { chatId, messageId }: { chatId: string; messageId: string }) {
  const json = { chat_id: chatOf(context, chatId), message_id: Number(messageId) };
  await call(context, 'deleteMessage', { json, idempotent: true }, z.literal(true));
}

/** A bot cannot read what it sent, so after an unclear answer nobody can tell. */
export const unknowable = (): never => {
  throw new HubError('outcome_unknown', 'Telegram gave no clear answer. Look into the chat before you try again.');
};

export { TelegramMessage } from './answers.ts';

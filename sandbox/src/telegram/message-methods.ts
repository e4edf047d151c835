import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { parseHtml } from './entities.ts';
import { method } from './method.ts';
import { secondsNow, type Bot, type Room } from './model.ts';
import { formatting, p, sending } from './parameters.ts';
import { bad } from './refusals.ts';
import { messageIn, roomOf, say, writableRoom } from './rooms.ts';

const mostLetters = 4096;
const deletableSeconds = 48 * 3600;

/** A text with its entities. @throws {Refusal} where nothing or too much is left once it is parsed. */
function textOf(given: string, mode: string | undefined) {
  const { text, entities } = mode === undefined ? { text: given, entities: [] } : parseHtml(given);
  if (text.trim() === '') throw bad('message text is empty');
  if ([...text].length > mostLetters) throw bad('message is too long');
  return { text, ...(entities.length > 0 && { entities }) };
}

/** The message that is answered. @throws {Refusal} where it is not there. */
export function repliedTo(bot: Bot, room: Room, reply: { message_id: number } | undefined) {
  if (!reply) return {};
  const { reply_to_message: _above, ...message } = messageIn(bot, room, reply.message_id, 'be replied');
  return { reply_to_message: message };
}

/** Texts: sent, changed, taken away. */
export const messageMethods = (kit: SandboxKit) => ({
  sendMessage: method(
    z.strictObject({
      ...sending,
      ...formatting,
      text: p.text,
      link_preview_options: p.json(z.strictObject({ is_disabled: z.boolean().optional() })).optional(),
    }),
    (bot, { chat_id: chat, text, parse_mode: mode, reply_parameters: reply }) => {
      const said = textOf(text, mode);
      const room = writableRoom(bot, chat);
      return say(kit, bot, room, { ...said, ...repliedTo(bot, room, reply) });
    },
  ),

  editMessageText: method(
    z.strictObject({ chat_id: p.chat, message_id: p.int(1), text: p.text, ...formatting }),
    (bot, { chat_id: chat, message_id: id, text, parse_mode: mode }) => {
      const message = messageIn(bot, writableRoom(bot, chat), id, 'edit');
      if (message.from?.id !== bot.user.id) throw bad("message can't be edited");
      if (message.text === undefined) throw bad('there is no text in the message to edit');
      const said = textOf(text, mode);
      if (said.text === message.text) {
        throw bad(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content',
        );
      }
      return Object.assign(message, said, { edit_date: secondsNow(kit) });
    },
  ),

  deleteMessage: method(
    z.strictObject({ chat_id: p.chat, message_id: p.int(1) }),
    (bot, { chat_id: chat, message_id: id }) => {
      const room = roomOf(bot, chat);
      const message = messageIn(bot, room, id, 'delete');
      const own = message.from?.id === bot.user.id || room.chat.type === 'private' || room.bot === 'admin';
      if (!own || message.date < secondsNow(kit) - deletableSeconds) throw bad("message can't be deleted for everyone");
      bot.messages.splice(bot.messages.indexOf(message), 1);
      room.pinned = room.pinned.filter((one) => one !== id);
      return true;
    },
  ),
});

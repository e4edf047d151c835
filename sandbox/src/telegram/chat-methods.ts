import { z } from 'zod';
import { method } from './method.ts';
import { p } from './parameters.ts';
import { bad } from './refusals.ts';
import { messageIn, roomOf, writableRoom } from './rooms.ts';

const chat = z.strictObject({ chat_id: p.chat });
const gifts = ['unlimited_gifts', 'limited_gifts', 'unique_gifts', 'premium_subscription', 'gifts_from_channels'];

/** Chats and what is pinned in them. */
export const chatMethods = {
  getChat: method(chat, (bot, { chat_id: id }) => {
    const { chat: known, about, pinned } = roomOf(bot, id);
    const newest = bot.messages.find((message) => message.chat.id === known.id && message.message_id === pinned.at(-1));
    return {
      ...known,
      accent_color_id: 3,
      max_reaction_count: 11,
      accepted_gift_types: Object.fromEntries(gifts.map((name) => [name, false])),
      ...(about !== undefined && (known.type === 'private' ? { bio: about } : { description: about })),
      ...(newest && { pinned_message: newest }),
    };
  }),

  getChatMemberCount: method(chat, (bot, { chat_id: id }) => roomOf(bot, id).members),

  pinChatMessage: method(
    chat.extend({ message_id: p.int(1), disable_notification: p.bool.optional() }),
    (bot, { chat_id: id, message_id: messageId }) => {
      const room = pinnable(bot, id);
      messageIn(bot, room, messageId, 'pin');
      room.pinned = [...room.pinned.filter((one) => one !== messageId), messageId];
      return true;
    },
  ),

  unpinChatMessage: method(
    chat.extend({ message_id: p.int(1).optional() }),
    (bot, { chat_id: id, message_id: messageId }) => {
      const room = pinnable(bot, id);
      const unpinned = messageId ?? room.pinned.at(-1);
      room.pinned = room.pinned.filter((one) => one !== unpinned);
      return true;
    },
  ),
};

function pinnable(bot: Parameters<typeof roomOf>[0], id: number | string) {
  const room = writableRoom(bot, id);
  if (room.chat.type !== 'private' && room.bot !== 'admin') {
    throw bad('not enough rights to manage pinned messages in the chat');
  }
  return room;
}

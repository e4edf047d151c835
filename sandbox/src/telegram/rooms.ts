import type { SandboxKit } from '../kit/world.ts';
import { secondsNow, type Bot, type Message, type Room } from './model.ts';
import { bad, told } from './refusals.ts';

/** The chat that an id or a public name stands for. @throws {Refusal} `chat not found`. */
export function roomOf({ rooms }: Bot, chat: number | string): Room {
  const found = rooms.find(({ chat: { id, username } }) =>
    typeof chat === 'string' && chat.startsWith('@') ? `@${username}` === chat : id === Number(chat),
  );
  if (!found) throw bad('chat not found');
  return found;
}

/** The chat where the bot may write there. @throws {Refusal} */
export function writableRoom(bot: Bot, chat: number | string): Room {
  const room = roomOf(bot, chat);
  if (room.bot === 'blocked') throw told(403, 'Forbidden: bot was blocked by the user');
  if (room.chat.type === 'channel' && room.bot !== 'admin') {
    throw bad('need administrator rights in the channel chat');
  }
  return room;
}

/** @throws {Refusal} what Telegram says of a message that is not there, as `message to edit not found`. */
export function messageIn({ messages }: Bot, { chat }: Room, id: number, what: string): Message {
  const found = messages.find((message) => message.chat.id === chat.id && message.message_id === id);
  if (!found) throw bad(`message to ${what} not found`);
  return found;
}

/** Adds a message of the bot's. */
export function say(
  kit: SandboxKit,
  bot: Bot,
  room: Room,
  said: Omit<Message, 'message_id' | 'date' | 'chat' | 'from'>,
): Message {
  const message: Message = {
    message_id: (bot.lastMessage += 1),
    from: bot.user,
    chat: room.chat,
    date: secondsNow(kit),
    ...said,
  };
  bot.messages.push(message);
  return message;
}

import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nameOf, titleOf, type TelegramMessage } from '../answers.ts';
import { chatChoice, updatesOf } from '../calls.ts';

const Received = z.object({
  messageId: z.string(),
  chatId: z.string(),
  chat: z.string(),
  from: z.string().optional(),
  at: z.iso.datetime(),
  text: z.string(),
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string().optional() }).optional(),
});

/** A photo comes in several sizes, the largest last. */
function fileIn({ document, photo }: TelegramMessage) {
  const file = document ?? photo?.at(-1);
  const mediaType = document?.mime_type ?? (photo ? 'image/jpeg' : undefined);
  return file && { id: file.file_id, name: file.file_name ?? (photo ? 'photo.jpg' : 'file'), mediaType };
}

function received(message: TelegramMessage): z.input<typeof Received> {
  const { message_id: id, chat, from, date, text, caption } = message;
  return {
    messageId: String(id),
    chatId: String(chat.id),
    chat: titleOf(chat),
    ...(from && { from: nameOf(from) }),
    at: new Date(date * 1000).toISOString(),
    text: text ?? caption ?? '',
    file: fileIn(message),
  };
}

export const listMessages = defineAction({
  name: 'list_messages',
  title: 'List received messages',
  description: 'Lists what was written to the bot in the last day and no other program has taken, the newest first.',
  effect: 'read',
  idempotent: true,
  needs: ['messages.read'],
  phrases: ['what was written to my bot', 'telegram messages from {chatId}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Only from this chat'),
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
  }),
  output: z.object({ messages: z.array(Received) }),

  /** @see https://core.telegram.org/bots/api#getupdates */
  async run(context, { chatId, limit }) {
    const updates = await updatesOf(context);
    const all = updates.toReversed().flatMap(({ message, channel_post: post }) => message ?? post ?? []);
    const chosen = all.filter(
      ({ chat }) => chatId === undefined || [String(chat.id), `@${chat.username}`].includes(chatId),
    );
    return { messages: chosen.slice(0, limit).map(received) };
  },

  examples: [{ input: {} }, { title: 'From one chat', input: { chatId: '710000003', limit: 5 } }],
});

import { FileId, HubError, messagesSendFile } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { call, chatChoice, chatNamed, chatOf, sent, takeBack, TelegramMessage, unknowable } from '../calls.ts';
import { sendable, sendFile } from '../files.ts';

const none = (): HubError => new HubError('input_invalid', 'Give a staged picture or the address of one.');

export const sendPhoto = defineAction({
  name: 'send_photo',
  title: 'Send a photo',
  description: 'Sends a picture of at most 10 MB as the bot, shown in the chat. Running it twice sends two.',
  effect: 'send',
  idempotent: false,
  needs: ['messages'],
  phrases: ['send the photo {fileId} to {chatId}'],
  input: z.strictObject({
    chatId: chatChoice,
    fileId: FileId.describe('Staged picture').optional(),
    url: z
      .url({ protocol: /^https$/ })
      .max(2048)
      .describe('Address of a public picture, sent in place of a staged one')
      .optional(),
    text: z.string().max(1024).describe('Words with it').optional(),
  }),
  output: messagesSendFile.output,

  /** Refuses what is no picture while the card is still open. */
  async before(context, { chatId, fileId, url }) {
    if (url === undefined) {
      if (fileId === undefined) throw none();
      await sendable(context, fileId, 'photo');
    }
    return chatNamed(context, chatId);
  },

  /** @see https://core.telegram.org/bots/api#sendphoto */
  async run(context, { chatId, fileId, url, text }) {
    if (url !== undefined) {
      const json = { chat_id: chatOf(context, chatId), photo: url, ...(text && { caption: text }) };
      return sent(await call(context, 'sendPhoto', { json }, TelegramMessage));
    }
    if (fileId === undefined) throw none();
    return sent(await sendFile(context, 'photo', { chatId, fileId, text }));
  },

  recover: unknowable,
  undo: (context, { output }) => takeBack(context, output),

  examples: [{ input: { chatId: '710000001', url: 'https://fernhill.example/quay-map.png', text: 'The quay map' } }],
});

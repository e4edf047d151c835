import { messagesSend } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import {
  call,
  chatChoice,
  chatNamed,
  chatOf,
  messageChoice,
  sent,
  takeBack,
  TelegramMessage,
  unknowable,
} from '../calls.ts';

export const sendMessage = defineAction({
  name: 'send_message',
  title: 'Send a message',
  description: 'Sends a text as the bot. Running it twice sends two; one can be taken back for 48 hours.',
  fulfils: messagesSend,
  effect: 'send',
  idempotent: false,
  needs: ['messages'],
  phrases: ['tell {chatId} {text}', 'send {text} on telegram', 'message {chatId}: {text}'],
  input: messagesSend.input.extend({
    chatId: chatChoice,
    format: z.enum(['plain', 'html']).default('plain').describe("Plain text, or Telegram's few HTML tags"),
    replyTo: messageChoice.describe('Id of the message it answers').optional(),
    silent: z.boolean().default(false).describe('Without a sound'),
  }),
  output: messagesSend.output,

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://core.telegram.org/bots/api#sendmessage */
  async run(context, { chatId, text, format, replyTo, silent }) {
    const json = {
      chat_id: chatOf(context, chatId),
      text,
      ...(format === 'html' && { parse_mode: 'HTML' }),
      ...(replyTo !== undefined && { reply_parameters: { message_id: Number(replyTo) } }),
      ...(silent && { disable_notification: true }),
    };
    return sent(await call(context, 'sendMessage', { json }, TelegramMessage));
  },

  recover: unknowable,
  undo: (context, { output }) => takeBack(context, output),

  examples: [
    { input: { chatId: '710000001', text: 'The dry run starts in ten minutes.' } },
    {
      title: 'Into a group',
      input: { chatId: '-1002100000001', text: '<b>Launch:</b> Friday, 10:00', format: 'html' },
    },
  ],
});

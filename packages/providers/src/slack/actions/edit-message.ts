import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { channelOf, chatChoice, messageChoice, write } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { permalink } from '../sending.ts';
import { escaped } from '../text.ts';

const Updated = z.object({ ts: z.string(), channel: z.string() });

export const editMessage = defineAction({
  name: 'edit_message',
  title: 'Edit a message',
  description: 'Gives a message of yours another text. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['messages'],
  phrases: ['change my message {messageId} to {text}'],
  input: z.strictObject({
    chatId: chatChoice.describe('Channel; the default one of the connection unless given'),
    messageId: messageChoice,
    text: z.string().min(1).max(4096).describe('New text'),
  }),
  output: z.object({ messageId: z.string(), chatId: z.string(), url: z.url().optional() }),

  before: (context, { chatId }) => chatNamed(context, chatId),

  /** @see https://docs.slack.dev/reference/methods/chat.update */
  async run(context, { chatId, messageId, text }) {
    const asked = { channel: await channelOf(context, chatId), ts: messageId, text: escaped(text) };
    const { ts, channel } = await write(context, 'chat.update', asked, Updated, true);
    return { messageId: ts, chatId: channel, url: await permalink(context, channel, ts) };
  },

  examples: [{ input: { chatId: 'C0GENERAL01', messageId: '1700000000.000300', text: 'On my way, five minutes.' } }],
});

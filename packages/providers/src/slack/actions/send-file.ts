import { HubError, messagesSendFile } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { channelOf, chatChoice, messageChoice, unknowable, write } from '../calls.ts';
import { chatNamed } from '../chats.ts';
import { upload } from '../upload.ts';

export const sendFile = defineAction({
  name: 'send_file',
  title: 'Send a file',
  description:
    'Sends a staged file to a channel or a person as you. Running it twice sends two; one can be taken back.',
  fulfils: messagesSendFile,
  effect: 'send',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['send the file {fileId} to {chatId}', 'upload {fileId} to {chatId}'],
  input: messagesSendFile.input.extend({
    chatId: chatChoice,
    threadId: messageChoice.describe('The message that began the thread it goes to').optional(),
  }),
  output: messagesSendFile.output,

  /** Refuses a file that Slack would not take while the card is still open. */
  async before(context, { chatId, fileId }) {
    const { sizeBytes } = await context.files.open(fileId);
    if (sizeBytes === 0) throw new HubError('input_invalid', 'Slack takes no empty files.');
    if (sizeBytes > 1_000_000_000) throw new HubError('input_invalid', 'Slack takes at most 1 GB.');
    return chatNamed(context, chatId);
  },

  /** What it answers as the message is the file: Slack writes the message a little later. */
  async run(context, { chatId, fileId, text, threadId }) {
    const file = await context.files.open(fileId);
    const channel = await channelOf(context, chatId);
    const { id, permalink } = await upload(context, file, { channel, text, threadId });
    return { messageId: id, chatId: channel, ...(permalink !== undefined && { url: permalink }) };
  },

  recover: unknowable,

  async undo(context, { output }) {
    await write(context, 'files.delete', { file: output.messageId }, z.object({}), true);
  },

  examples: [{ input: { chatId: 'C0HARBORLINE', fileId: '01990000-0000-7000-8000-00000000000a', text: 'The plan' } }],
});

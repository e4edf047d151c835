import { messagesSendFile } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { chatChoice, chatNamed, sent, takeBack, unknowable } from '../calls.ts';
import { sendable, sendFile } from '../files.ts';

export const sendDocument = defineAction({
  name: 'send_document',
  title: 'Send a file',
  description: 'Sends a staged file of at most 50 MB as the bot. Running it twice sends two.',
  fulfils: messagesSendFile,
  effect: 'send',
  idempotent: false,
  needs: ['messages'],
  phrases: ['send the file {fileId} to {chatId}'],
  input: messagesSendFile.input.extend({ chatId: chatChoice }),
  output: messagesSendFile.output,

  /** Refuses a file that Telegram would not take while the card is still open. */
  async before(context, { chatId, fileId }) {
    await sendable(context, fileId, 'document');
    return chatNamed(context, chatId);
  },

  /** @see https://core.telegram.org/bots/api#senddocument */
  run: async (context, input) => sent(await sendFile(context, 'document', input)),

  recover: unknowable,
  undo: (context, { output }) => takeBack(context, output),

  examples: [{ input: { chatId: '710000001', fileId: '01990000-0000-7000-8000-00000000000a', text: 'The plan' } }],
});

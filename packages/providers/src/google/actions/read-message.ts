import { mailRead } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { labelNames } from '../mail/labels.ts';
import { fetchMessage } from '../mail/messages.ts';
import { toMessage } from '../mail/parse.ts';

export const readMessage = defineAction({
  name: 'read_message',
  title: 'Read a message',
  description: 'Reads one message: its people, text, HTML and the attachments it has.',
  fulfils: mailRead,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['read {messageId}', 'open {messageId}'],
  input: mailRead.input.extend({ messageId: messageChoice('google') }),
  output: mailRead.output,

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/get */
  async run(context, { messageId }) {
    const message = await fetchMessage(context, messageId);
    return toMessage(message, await labelNames(context, [message]));
  },

  examples: [{ input: { messageId: 'ada0000000000001' } }],
});

import { mailSend } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { compose, contentsOf, openFiles } from '../mail/compose.ts';
import { findSent, sendMessage } from '../mail/outgoing.ts';

export const sendMail = defineAction({
  name: 'send_mail',
  title: 'Send mail',
  description: 'Sends a mail with text, optional HTML and staged files. A mail that was sent cannot be called back.',
  fulfils: mailSend,
  effect: 'send',
  idempotent: false,
  needs: ['mail.send'],
  phrases: ['mail {to} about {subject}', 'send {to} a mail saying {text}', 'write to {to}: {text}'],
  input: mailSend.input,
  output: mailSend.output,

  /** Refuses too large attachments while the card is still open. */
  async before(context, { attachments }) {
    await openFiles(context, attachments);
  },

  async run(context, { attachments, ...letter }) {
    const files = await openFiles(context, attachments);
    const message = await compose(context, { ...letter, attachments: await contentsOf(files) });
    return sendMessage(context, message);
  },

  recover: findSent,

  examples: [
    {
      input: {
        to: [{ email: 'priya@fernhill.example', name: 'Priya' }],
        subject: 'Lunch on Tuesday?',
        text: 'Shall we say half past twelve?',
      },
    },
  ],
});

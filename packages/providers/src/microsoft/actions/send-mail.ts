import { mailSend } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { openFiles } from '../mail/attach.ts';
import { bodyOf } from '../mail/body.ts';
import { complete, createDraft, findSent, send } from '../mail/outgoing.ts';
import { recipientsOf } from '../mail/people.ts';

export const sendMail = defineAction({
  name: 'send_mail',
  title: 'Send mail',
  description:
    'Writes a draft with text, optional HTML and staged files, and sends it. A mail that was sent cannot be called back.',
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

  /** @see https://learn.microsoft.com/graph/api/message-send (read 2026-11-21) */
  async run(context, { to, cc, bcc, replyTo, subject, attachments, ...written }) {
    const files = await openFiles(context, attachments);
    const draft = await createDraft(context, {
      subject,
      body: bodyOf(written),
      toRecipients: recipientsOf(to),
      ccRecipients: recipientsOf(cc),
      bccRecipients: recipientsOf(bcc),
      replyTo: recipientsOf(replyTo),
    });
    return complete(context, draft, () => send(context, draft, files));
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

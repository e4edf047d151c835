import { mailForward } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { openFiles } from '../mail/attach.ts';
import { bodyAbove } from '../mail/body.ts';
import { fetchMessage } from '../mail/calls.ts';
import { changeDraft, complete, draftOf, findSent, send } from '../mail/outgoing.ts';
import { toSummary } from '../mail/parse.ts';
import { recipientsOf } from '../mail/people.ts';

export const forwardMail = defineAction({
  name: 'forward_mail',
  title: 'Forward',
  description: 'Sends a message on with its attachments and a note on top. A mail that was sent cannot be called back.',
  fulfils: mailForward,
  effect: 'send',
  idempotent: false,
  needs: ['mail.send'],
  phrases: ['forward {messageId} to {to}', 'send {messageId} on to {to}'],
  input: mailForward.input.extend({ messageId: messageChoice('microsoft') }),
  output: mailForward.output,

  async before(context, { messageId, attachments }) {
    await openFiles(context, attachments);
    return { message: toSummary(await fetchMessage(context, messageId)) };
  },

  /** @see https://learn.microsoft.com/graph/api/message-createforward (read 2026-11-21) */
  async run(context, { messageId, to, cc, text, attachments }) {
    const files = await openFiles(context, attachments);
    const draft = await draftOf(context, messageId, 'createForward', { toRecipients: recipientsOf(to) });
    return complete(context, draft, async () => {
      const body = text ? { body: bodyAbove(draft.body, { text }) } : {};
      await changeDraft(context, draft.id, { ...body, ccRecipients: recipientsOf(cc) });
      return send(context, draft, files);
    });
  },

  recover: findSent,

  examples: [{ input: { messageId: 'AAkAda01', to: [{ email: 'priya@fernhill.example' }], text: 'See below.' } }],
});

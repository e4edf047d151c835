import { mailReply } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { openFiles } from '../mail/attach.ts';
import { bodyAbove } from '../mail/body.ts';
import { fetchMessage } from '../mail/calls.ts';
import { changeDraft, complete, draftOf, findSent, send } from '../mail/outgoing.ts';
import { toSummary } from '../mail/parse.ts';
import { answering, recipientsOf } from '../mail/people.ts';

export const replyToMail = defineAction({
  name: 'reply_to_mail',
  title: 'Reply',
  description:
    'Answers a message in its conversation, to its sender or to everyone. A mail that was sent cannot be called back.',
  fulfils: mailReply,
  effect: 'send',
  idempotent: false,
  needs: ['mail.send'],
  phrases: ['reply to {messageId}: {text}', 'answer {messageId} with {text}'],
  input: mailReply.input.extend({ messageId: messageChoice('microsoft') }),
  output: mailReply.output,

  async before(context, { messageId, all, attachments }) {
    await openFiles(context, attachments);
    const message = await fetchMessage(context, messageId);
    const { to, cc } = answering(message, context.account.email, all);
    return { message: toSummary(message), recipients: [...to, ...cc] };
  },

  /** @see https://learn.microsoft.com/graph/api/message-createreply (read 2026-11-21) */
  async run(context, { messageId, all, cc, attachments, ...written }) {
    const files = await openFiles(context, attachments);
    const people = answering(await fetchMessage(context, messageId), context.account.email, all);
    const draft = await draftOf(context, messageId, all ? 'createReplyAll' : 'createReply');
    return complete(context, draft, async () => {
      await changeDraft(context, draft.id, {
        body: bodyAbove(draft.body, written),
        toRecipients: recipientsOf(people.to),
        ccRecipients: recipientsOf([...people.cc, ...cc]),
      });
      return send(context, draft, files);
    });
  },

  recover: findSent,

  examples: [{ input: { messageId: 'AAkAda01', all: true, text: 'Fine with me.' } }],
});

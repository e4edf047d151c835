import { mailReply } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { answering } from '../mail/answering.ts';
import { compose, contentsOf, openFiles } from '../mail/compose.ts';
import { fetchMessage } from '../mail/messages.ts';
import { findSent, sendMessage } from '../mail/outgoing.ts';
import { toSummary } from '../mail/parse.ts';

export const replyToMail = defineAction({
  name: 'reply_to_mail',
  title: 'Reply',
  description:
    'Answers a message in its thread, to its sender or to everyone. A mail that was sent cannot be called back.',
  fulfils: mailReply,
  effect: 'send',
  idempotent: false,
  needs: ['mail.read', 'mail.send'],
  phrases: ['reply to {messageId}: {text}', 'answer {messageId} with {text}'],
  input: mailReply.input.extend({ messageId: messageChoice('google') }),
  output: mailReply.output,

  async before(context, { messageId, all, attachments }) {
    await openFiles(context, attachments);
    const message = await fetchMessage(context, messageId);
    const { to, cc } = answering(message, context.account.email, all);
    return { message: toSummary(message), recipients: [...to, ...cc] };
  },

  async run(context, { messageId, all, cc, attachments, text, html }) {
    const files = await openFiles(context, attachments);
    const { threadId, ...answer } = answering(await fetchMessage(context, messageId), context.account.email, all);
    const letter = { ...answer, cc: [...answer.cc, ...cc], text, html, attachments: await contentsOf(files) };
    return sendMessage(context, await compose(context, letter), threadId);
  },

  recover: findSent,

  examples: [{ input: { messageId: 'ada0000000000001', all: true, text: 'Fine with me.' } }],
});

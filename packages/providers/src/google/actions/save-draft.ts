import { mailDraft } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import { asRead, asWritten, gmailOf, repeatable } from '../client.ts';
import { GoogleDraft, GoogleDrafts } from '../mail/answer.ts';
import { prefixed, threading } from '../mail/answering.ts';
import { compose, contentsOf, messageIdOf, openFiles } from '../mail/compose.ts';
import { fetchMessage } from '../mail/messages.ts';
import { carried } from '../mail/outgoing.ts';
import { headerOf } from '../mail/parse.ts';

const userId = 'me';
const drafted = ({ id, message }: { id: string; message: { id: string; threadId: string } }) => ({
  draftId: id,
  messageId: message.id,
  threadId: message.threadId,
});

export const saveDraft = defineAction({
  name: 'save_draft',
  title: 'Save a draft',
  description: 'Writes a mail into the drafts without sending it.',
  fulfils: mailDraft,
  effect: 'write',
  idempotent: false,
  needs: ['mail.modify'],
  phrases: ['draft a mail to {to} about {subject}', 'draft a reply to {replyToMessageId}: {text}'],
  input: mailDraft.input.extend({
    replyToMessageId: messageChoice('google').describe('The message it answers').optional(),
  }),
  output: mailDraft.output,

  async before(context, { attachments }) {
    await openFiles(context, attachments);
  },

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts/create */
  async run(context, { replyToMessageId, attachments, ...letter }) {
    const files = await openFiles(context, attachments);
    const original = replyToMessageId === undefined ? undefined : await fetchMessage(context, replyToMessageId);
    const thread = original && threading(original);
    const subject = letter.subject || (original ? prefixed('Re', headerOf(original, 'subject')) : '');
    const whole = { ...letter, subject, references: thread?.references, attachments: await contentsOf(files) };
    const { message, media } = carried(await compose(context, whole), thread?.threadId);
    const gmail = await gmailOf(context);
    return drafted(
      asWritten(GoogleDraft, await gmail.users.drafts.create({ userId, requestBody: { message }, media })),
    );
  },

  async recover(context) {
    const gmail = await gmailOf(context);
    const q = `rfc822msgid:${messageIdOf(context).slice(1, -1)}`;
    const { drafts } = asRead(GoogleDrafts, await gmail.users.drafts.list({ userId, q, maxResults: 1 }));
    return drafts[0] && drafted(drafts[0]);
  },

  async undo(context, { output }) {
    const gmail = await gmailOf(context);
    await gmail.users.drafts.delete({ userId, id: output.draftId }, repeatable);
  },

  examples: [{ input: { to: [{ email: 'priya@fernhill.example' }], subject: 'Offer', text: 'Dear Priya,' } }],
});

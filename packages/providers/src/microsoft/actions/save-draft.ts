import { HubError, mailDraft } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { messageChoice } from '../../shared/mail/choices.ts';
import type { GraphDraft } from '../mail/answer.ts';
import { attachFiles, openFiles } from '../mail/attach.ts';
import { bodyAbove, bodyOf } from '../mail/body.ts';
import { fetchMessage } from '../mail/calls.ts';
import { changeDraft, complete, createDraft, discard, draftOf, writtenByRun } from '../mail/outgoing.ts';
import { recipientsOf } from '../mail/people.ts';

const drafted = ({ id, conversationId }: GraphDraft) => ({ draftId: id, messageId: id, threadId: conversationId });

export const saveDraft = defineAction({
  name: 'save_draft',
  title: 'Save a draft',
  description: 'Writes a mail into the drafts without sending it; twice makes two drafts.',
  fulfils: mailDraft,
  effect: 'write',
  idempotent: false,
  needs: ['mail.modify'],
  phrases: ['draft a mail to {to} about {subject}', 'draft a reply to {replyToMessageId}: {text}'],
  input: mailDraft.input.extend({
    replyToMessageId: messageChoice('microsoft').describe('The message it answers').optional(),
  }),
  output: mailDraft.output,

  async before(context, { attachments }) {
    await openFiles(context, attachments);
  },

  /** @see https://learn.microsoft.com/graph/api/user-post-messages (read 2026-11-21) */
  async run(context, { replyToMessageId, to, cc, bcc, subject, attachments, ...written }) {
    const files = await openFiles(context, attachments);
    const people = {
      ...(to.length > 0 && { toRecipients: recipientsOf(to) }),
      ...(cc.length > 0 && { ccRecipients: recipientsOf(cc) }),
      ...(bcc.length > 0 && { bccRecipients: recipientsOf(bcc) }),
    };
    if (replyToMessageId === undefined) {
      const draft = await createDraft(context, { subject, body: bodyOf(written), ...people });
      return complete(context, draft, async () => {
        await attachFiles(context, draft.id, files);
        return drafted(draft);
      });
    }
    const draft = await draftOf(context, replyToMessageId, 'createReply');
    return complete(context, draft, async () => {
      const body = bodyAbove(draft.body, written);
      await changeDraft(context, draft.id, { body, ...people, ...(subject && { subject }) });
      await attachFiles(context, draft.id, files);
      return drafted(draft);
    });
  },

  /** Takes the draft away, but never a mail that it has become. */
  async undo(context, { output }) {
    try {
      const { isDraft } = await fetchMessage(context, output.draftId);
      if (!isDraft) throw new HubError('conflict', 'The draft has been sent in the meantime.');
      await discard(context, output.draftId);
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'not_found') throw error;
    }
  },

  async recover(context) {
    const [draft] = await writtenByRun(context);
    return draft && drafted(draft);
  },

  examples: [{ input: { to: [{ email: 'priya@fernhill.example' }], subject: 'Offer', text: 'Dear Priya,' } }],
});

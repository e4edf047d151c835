import { FileId, HubError, mailDownloadAttachment } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { attachmentChoice, messageChoice } from '../../shared/mail/choices.ts';
import { fetchMessage, fetchPart } from '../mail/messages.ts';
import { attachmentParts, nameOf } from '../mail/parse.ts';

export const downloadAttachment = defineAction({
  name: 'download_attachment',
  title: 'Download an attachment',
  description: 'Puts an attachment of a message among your staged files.',
  fulfils: mailDownloadAttachment,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['download {attachmentId} of {messageId}', 'save the attachment of {messageId}'],
  input: mailDownloadAttachment.input.extend({
    messageId: messageChoice('google'),
    attachmentId: attachmentChoice('google'),
  }),
  output: mailDownloadAttachment.output,

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get */
  async run(context, { messageId, attachmentId }) {
    const { payload } = await fetchMessage(context, messageId);
    const part = attachmentParts(payload).find(({ partId }) => partId === attachmentId);
    if (!part) throw new HubError('not_found', 'This message has no such attachment.');
    const file = { name: nameOf(part), mediaType: part.mimeType ?? 'application/octet-stream' };
    const { fileId, sizeBytes } = await context.files.save(file, await fetchPart(context, messageId, part));
    return { fileId: FileId.parse(fileId), ...file, sizeBytes };
  },

  examples: [{ input: { messageId: 'ada0000000000001', attachmentId: '1' } }],
});

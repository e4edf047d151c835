import { FileId, mailDownloadAttachment } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { attachmentChoice, messageChoice } from '../../shared/mail/choices.ts';
import { attachmentFields, GraphAttachment } from '../mail/answer.ts';
import { headers, messagePath } from '../mail/calls.ts';

export const downloadAttachment = defineAction({
  name: 'download_attachment',
  title: 'Download an attachment',
  description: 'Puts an attachment of a message among your staged files; an attached mail is kept as a whole.',
  fulfils: mailDownloadAttachment,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['download {attachmentId} of {messageId}', 'save the attachment of {messageId}'],
  input: mailDownloadAttachment.input.extend({
    messageId: messageChoice('microsoft'),
    attachmentId: attachmentChoice('microsoft'),
  }),
  output: mailDownloadAttachment.output,

  /** @see https://learn.microsoft.com/graph/api/attachment-get (read 2026-11-21) */
  async run({ http, files }, { messageId, attachmentId }) {
    const path = `${messagePath(messageId)}/attachments/${encodeURIComponent(attachmentId)}`;
    const about = await http.get(path, { query: { $select: attachmentFields }, headers, schema: GraphAttachment });
    const { name, contentType } = about;
    const file = { name: name || 'attachment', mediaType: contentType || 'application/octet-stream' };
    const content = await http.request('GET', `${path}/$value`, { headers, streamed: true });
    const { fileId, sizeBytes } = await files.save(file, content.stream());
    return { fileId: FileId.parse(fileId), ...file, sizeBytes };
  },

  examples: [{ input: { messageId: 'AAkAda01', attachmentId: 'AAkAda01-1' } }],
});

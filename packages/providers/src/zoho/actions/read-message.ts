import { HubError, mailRead } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { messageChoice } from '../../shared/mail/choices.ts';
import { foldersOf, Id, mailboxOf, readMail } from '../mail/api.ts';
import { addressesOf, partsOf, summaryOf, ZohoMessage } from '../mail/message.ts';

const Attachments = z.object({
  attachments: z
    .array(
      z.object({
        attachmentId: Id,
        attachmentName: z.string(),
        attachmentSize: z.coerce.number().default(0),
        attachmentType: z.string().default('application/octet-stream'),
      }),
    )
    .default([]),
});

export const readMessage = defineAction({
  name: 'read_message',
  title: 'Read a message',
  description: 'Reads one message with its text and the list of its attachments.',
  fulfils: mailRead,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['read zoho message {messageId}'],
  input: mailRead.input.extend({ messageId: messageChoice('zoho') }),
  output: mailRead.output,

  /** @see https://www.zoho.com/mail/help/api/get-email-content.html (read 2026-11-21) */
  async run(context, { messageId: id }) {
    const parts = partsOf(id);
    if (!parts) throw new HubError('not_found', 'There is no such message in this mailbox.');
    const { accountId } = await mailboxOf(context);
    const at = `/accounts/${accountId}/folders/${parts.folderId}/messages/${parts.messageId}`;
    const [folders, message, { content }, { attachments }] = await Promise.all([
      foldersOf(context, accountId),
      readMail(context, `${at}/details`, ZohoMessage),
      readMail(context, `${at}/content`, z.object({ content: z.string().default('') })),
      readMail(context, `${at}/attachmentinfo`, Attachments),
    ]);
    return {
      ...summaryOf(message, folders),
      cc: addressesOf(message.ccAddress),
      replyTo: [],
      text: textOf(content),
      html: content,
      attachments: attachments.map((one) => ({
        id: one.attachmentId,
        name: one.attachmentName,
        mediaType: one.attachmentType,
        sizeBytes: one.attachmentSize,
      })),
    };
  },

  examples: [{ input: { messageId: '9000000002014-1709876190693100001' } }],
});

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'" };

/** Zoho gives every message as HTML; this is what it says. */
function textOf(content: string): string {
  const lines = content
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(p|div|tr|li|h[1-6])>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '');
  return lines.replaceAll(/&(lt|gt|quot|amp|nbsp|#39);/g, (_all, name: string) => entities[name]!).trim();
}

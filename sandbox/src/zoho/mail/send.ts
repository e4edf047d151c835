import { z } from 'zod';
import { type ApiMethod, methodsFor } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { ZohoAccount } from '../accounts.ts';
import { ownMailbox } from './own-mailbox.ts';
import { htmlOf, messageIdAt, sentFolder, type StoredMail } from './state.ts';

const Body = z.strictObject({
  fromAddress: z.email(),
  toAddress: z.string().min(3),
  ccAddress: z.string().optional(),
  bccAddress: z.string().optional(),
  subject: z.string().default(''),
  content: z.string().default(''),
  mailFormat: z.enum(['html', 'plaintext']).default('html'),
  askReceipt: z.enum(['yes', 'no']).optional(),
  encoding: z.string().optional(),
  attachments: z
    .array(z.strictObject({ storeName: z.string(), attachmentName: z.string(), attachmentPath: z.string() }))
    .optional(),
});

/** Sends a message: it lies in Sent from then on. */
export const sendMethod = (kit: SandboxKit): ApiMethod<ZohoAccount> =>
  methodsFor<ZohoAccount>()({
    id: 'mail.send',
    http: 'POST',
    path: '/accounts/{account}/messages',
    scopes: ['ZohoMail.messages.CREATE'],
    body: Body,
    run: ({ account, params, body }) => {
      const box = ownMailbox(kit, account, params.account!);
      if (body.fromAddress !== account.mailbox)
        throw new Refusal('invalid', 'Invalid Input', { code: 'FROM_NOT_ALLOWED' });
      const attachments = (body.attachments ?? []).map(({ attachmentPath }) => {
        const stored = box.uploads[attachmentPath];
        if (!stored) throw new Refusal('invalid', 'Invalid Input', { code: 'ATTACHMENT_NOT_FOUND' });
        return stored;
      });
      box.next += 1;
      const messageId = messageIdAt(box.next);
      const mail: StoredMail = {
        messageId,
        threadId: messageId,
        folderId: sentFolder,
        from: { name: account.name, email: account.mailbox },
        to: body.toAddress,
        cc: body.ccAddress ?? '',
        subject: body.subject,
        content: body.mailFormat === 'html' ? body.content : htmlOf(body.content),
        at: kit.clock(),
        read: true,
        attachments,
      };
      box.messages.push(mail);
      kit.store.changed();
      const { fromAddress, toAddress, subject, content, mailFormat } = body;
      return {
        messageId,
        folderId: sentFolder,
        threadId: messageId,
        fromAddress,
        toAddress,
        subject,
        content,
        mailFormat,
      };
    },
  });

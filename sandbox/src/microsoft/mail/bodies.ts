import { z } from 'zod';

const Recipient = z.strictObject({
  emailAddress: z.strictObject({ address: z.email(), name: z.string().max(256).nullish() }),
});
const recipients = z.array(Recipient).max(500);

const Property = z.strictObject({
  id: z.string().regex(/^(String|Integer|Boolean) (\{[\da-f-]{36}\} (Name|Id) .+|0x[\da-f]{1,4})$/i),
  value: z.string(),
});
export const AttachmentBody = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.fileAttachment'),
  name: z.string().min(1),
  contentType: z.string().nullish(),
  contentBytes: z.base64(),
  isInline: z.boolean().optional(),
  contentId: z.string().nullish(),
});
export type AttachmentBody = z.infer<typeof AttachmentBody>;

/** What a client may write of a message. */
export const MessageBody = z
  .strictObject({
    subject: z.string().nullable(),
    body: z.strictObject({ contentType: z.enum(['text', 'html']).default('text'), content: z.string() }),
    toRecipients: recipients,
    ccRecipients: recipients,
    bccRecipients: recipients,
    replyTo: recipients,
    categories: z.array(z.string()),
    isRead: z.boolean(),
    importance: z.enum(['low', 'normal', 'high']),
    flag: z.strictObject({ flagStatus: z.enum(['notFlagged', 'complete', 'flagged']) }),
    internetMessageHeaders: z
      .array(z.strictObject({ name: z.string().regex(/^x-/i, 'must begin with x-'), value: z.string() }))
      .max(5),
    singleValueExtendedProperties: z.array(Property).max(5),
    attachments: z.array(AttachmentBody),
  })
  .partial();
export type MessageBody = z.infer<typeof MessageBody>;

/** Names of parameters are taken in small letters and as the description has them. */
export const ReplyBody = z.strictObject({ comment: z.string(), message: MessageBody }).partial();
export const ForwardBody = ReplyBody.extend({ toRecipients: recipients.optional() });
export const MoveBody = z.strictObject({ destinationId: z.string().min(1) });
export const SendMailBody = z.strictObject({ message: MessageBody, saveToSentItems: z.boolean().optional() });
export const SessionBody = z.strictObject({
  AttachmentItem: z.strictObject({
    attachmentType: z.literal('file'),
    name: z.string().min(1),
    size: z.int().min(1),
    contentType: z.string().optional(),
    isInline: z.boolean().optional(),
  }),
});

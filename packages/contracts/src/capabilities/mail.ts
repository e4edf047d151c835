import { z } from 'zod';
import { FileId, Instant, outsideId } from '../ids.ts';
import { defineCapability } from './capability.ts';

export const MailAddress = z.object({ email: z.email(), name: z.string().max(256).optional() });
export type MailAddress = z.infer<typeof MailAddress>;

export const MailSummary = z.object({
  id: z.string(),
  threadId: z.string(),
  from: z.object({ email: z.string(), name: z.string().optional() }),
  to: z.array(z.object({ email: z.string(), name: z.string().optional() })),
  subject: z.string(),
  snippet: z.string(),
  receivedAt: Instant,
  unread: z.boolean(),
  labels: z.array(z.string()),
  hasAttachments: z.boolean(),
});
export type MailSummary = z.infer<typeof MailSummary>;

export const MailAttachment = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().nonnegative(),
});
export const MailMessage = MailSummary.extend({
  cc: z.array(z.object({ email: z.string(), name: z.string().optional() })),
  replyTo: z.array(z.object({ email: z.string(), name: z.string().optional() })),
  messageId: z.string().optional().describe('The Message-ID header'),
  text: z.string().optional(),
  html: z.string().optional(),
  attachments: z.array(MailAttachment),
});
export type MailMessage = z.infer<typeof MailMessage>;

const messageId = outsideId(256).describe('Message id');
const recipients = z.array(MailAddress).max(100);
const attachments = z
  .array(z.strictObject({ fileId: FileId, name: z.string().max(255).optional() }))
  .max(20)
  .default([])
  .describe('Files');
const bodyFields = {
  text: z.string().max(500_000).describe('Text'),
  html: z.string().max(1_000_000).optional().describe('The same text as HTML'),
  attachments,
};

export const mailSearch = defineCapability({
  name: 'mail.search',
  title: 'Search mail',
  effect: 'read',
  input: z.strictObject({
    query: z.string().max(500).default('').describe('Words to look for'),
    from: z.string().max(320).describe('Sender name or address').optional(),
    to: z.string().max(320).describe('Recipient name or address').optional(),
    subject: z.string().max(320).describe('Words of the subject').optional(),
    unread: z.boolean().describe('Only unread, or only read').optional(),
    hasAttachment: z.boolean().describe('Only with attachments').optional(),
    after: Instant.describe('Received after').optional(),
    before: Instant.describe('Received before').optional(),
    label: z.string().max(225).describe('Label or folder').optional(),
    limit: z.int().min(1).max(100).default(20).describe('At most this many'),
    cursor: z.string().describe('Where the last page ended').optional(),
  }),
  output: z.object({ messages: z.array(MailSummary), nextCursor: z.string().optional(), estimate: z.int().optional() }),
});

export const mailRead = defineCapability({
  name: 'mail.read',
  title: 'Read a message',
  effect: 'read',
  input: z.strictObject({ messageId }),
  output: MailMessage,
});

export const mailReadThread = defineCapability({
  name: 'mail.read_thread',
  title: 'Read a thread',
  effect: 'read',
  input: z.strictObject({ threadId: outsideId(256).describe('Thread id') }),
  output: z.object({ threadId: z.string(), messages: z.array(MailMessage) }),
});

export const mailDownloadAttachment = defineCapability({
  name: 'mail.download_attachment',
  title: 'Download an attachment',
  effect: 'read',
  input: z.strictObject({ messageId, attachmentId: z.string().min(1).max(2048).describe('Attachment id') }),
  output: z.object({ fileId: FileId, name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
});

export const mailListLabels = defineCapability({
  name: 'mail.list_labels',
  title: 'List labels',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ labels: z.array(z.object({ id: z.string(), name: z.string(), system: z.boolean() })) }),
});

export const MailSent = z.object({ messageId: z.string(), threadId: z.string(), url: z.url().optional() });

export const mailSend = defineCapability({
  name: 'mail.send',
  title: 'Send mail',
  effect: 'send',
  input: z.strictObject({
    to: recipients.min(1).describe('To'),
    cc: recipients.default([]).describe('Cc'),
    bcc: recipients.default([]).describe('Bcc'),
    replyTo: recipients.default([]).describe('Reply to'),
    subject: z.string().max(998).describe('Subject'),
    ...bodyFields,
  }),
  output: MailSent,
});

export const mailReply = defineCapability({
  name: 'mail.reply',
  title: 'Reply',
  effect: 'send',
  input: z.strictObject({
    messageId,
    all: z.boolean().default(false).describe('Reply to everyone'),
    cc: recipients.default([]).describe('More people in Cc'),
    ...bodyFields,
  }),
  output: MailSent,
});

export const mailForward = defineCapability({
  name: 'mail.forward',
  title: 'Forward',
  effect: 'send',
  input: z.strictObject({
    messageId,
    to: recipients.min(1).describe('To'),
    cc: recipients.default([]).describe('Cc'),
    text: bodyFields.text.default('').describe('A note on top'),
    attachments,
  }),
  output: MailSent,
});

export const mailDraft = defineCapability({
  name: 'mail.draft',
  title: 'Save a draft',
  effect: 'write',
  input: z.strictObject({
    to: recipients.default([]).describe('To'),
    cc: recipients.default([]).describe('Cc'),
    bcc: recipients.default([]).describe('Bcc'),
    subject: z.string().max(998).default('').describe('Subject'),
    replyToMessageId: messageId.optional().describe('The message it answers'),
    ...bodyFields,
  }),
  output: z.object({ draftId: z.string(), messageId: z.string(), threadId: z.string() }),
});

const messageIds = z.array(messageId).min(1).max(100).describe('Messages');
export const MailChanged = z.object({ messageIds: z.array(z.string()) });

export const mailLabel = defineCapability({
  name: 'mail.label',
  title: 'Label messages',
  effect: 'write',
  input: z.strictObject({
    messageIds,
    add: z.array(z.string().max(225)).max(20).default([]).describe('Labels to add, by name'),
    remove: z.array(z.string().max(225)).max(20).default([]).describe('Labels to take off, by name'),
  }),
  output: MailChanged,
});

export const mailArchive = defineCapability({
  name: 'mail.archive',
  title: 'Archive messages',
  effect: 'write',
  input: z.strictObject({ messageIds }),
  output: MailChanged,
});

export const mailTrash = defineCapability({
  name: 'mail.trash',
  title: 'Move messages to the bin',
  effect: 'write',
  input: z.strictObject({ messageIds }),
  output: MailChanged,
});

export const mailRestore = defineCapability({
  name: 'mail.restore',
  title: 'Take messages out of the bin',
  effect: 'write',
  input: z.strictObject({ messageIds }),
  output: MailChanged,
});

import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

export const GraphPerson = z.object({ emailAddress: z.object({ name: text, address: text }) });
export type GraphPerson = z.infer<typeof GraphPerson>;
const people = z
  .array(GraphPerson)
  .nullish()
  .transform((list) => list ?? []);

export const GraphBody = z.object({ contentType: z.enum(['text', 'html']), content: text });
export type GraphBody = z.infer<typeof GraphBody>;

export const GraphAttachment = z.object({
  id: z.string(),
  name: text,
  contentType: text,
  size: z.int().nonnegative().default(0),
});
export type GraphAttachment = z.infer<typeof GraphAttachment>;

/** A message as lists show it. @see https://learn.microsoft.com/graph/api/resources/message (read 2026-11-21) */
export const GraphMessage = z.object({
  id: z.string(),
  conversationId: text,
  from: GraphPerson.nullish(),
  toRecipients: people,
  ccRecipients: people,
  replyTo: people,
  subject: text,
  bodyPreview: text,
  receivedDateTime: z.iso.datetime(),
  isRead: flag,
  isDraft: flag,
  hasAttachments: flag,
  parentFolderId: text,
  categories: z.array(z.string()).default([]),
  flag: z.object({ flagStatus: z.enum(['notFlagged', 'complete', 'flagged']) }).optional(),
});
export type GraphMessage = z.infer<typeof GraphMessage>;
export const messageFields = Object.keys(GraphMessage.shape).join(',');

/** A message with what it says. */
export const WholeMessage = GraphMessage.extend({
  internetMessageId: text,
  body: GraphBody.optional(),
  attachments: z.array(GraphAttachment).default([]),
});
export type WholeMessage = z.infer<typeof WholeMessage>;
export const wholeFields = `${messageFields},internetMessageId,body`;
export const attachmentFields = Object.keys(GraphAttachment.shape).join(',');

/** What is needed of a message that is not sent yet. */
export const GraphDraft = z.object({ id: z.string(), conversationId: text, isDraft: flag, body: GraphBody.optional() });
export type GraphDraft = z.infer<typeof GraphDraft>;

export const GraphFolder = z.object({
  id: z.string(),
  displayName: text,
  childFolderCount: z.int().nonnegative().default(0),
});
export type GraphFolder = z.infer<typeof GraphFolder>;

export const GraphCategory = z.object({ id: z.string(), displayName: text });

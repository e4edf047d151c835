import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, gmailOf } from '../client.ts';
import { GoogleMessage, GoogleThread, type GooglePart } from './answer.ts';
import { missingTexts } from './parse.ts';

type Context = Pick<ActionContext, 'http'>;
const userId = 'me';
const AttachmentBody = z.object({ data: z.string().default('') });

/** A whole message with its text parts. @throws HubError `not_found` */
export async function fetchMessage(context: Context, id: string): Promise<GoogleMessage> {
  const gmail = await gmailOf(context);
  return withTexts(context, asRead(GoogleMessage, await gmail.users.messages.get({ userId, id, format: 'full' })));
}

/** The messages of a thread, oldest first. @throws HubError `not_found` */
export async function fetchThread(context: Context, id: string): Promise<GoogleMessage[]> {
  const gmail = await gmailOf(context);
  const { messages } = asRead(GoogleThread, await gmail.users.threads.get({ userId, id, format: 'full' }));
  return Promise.all(messages.map((message) => withTexts(context, message)));
}

/** The bytes of an attached part. */
export async function fetchPart(context: Context, messageId: string, part: GooglePart): Promise<Uint8Array> {
  const { data, attachmentId } = part.body ?? {};
  if (data !== undefined || !attachmentId) return Buffer.from(data ?? '', 'base64url');
  const gmail = await gmailOf(context);
  const answer = await gmail.users.messages.attachments.get(
    { userId, messageId, id: attachmentId },
    { size: attachmentAnswerBytes },
  );
  return Buffer.from(asRead(AttachmentBody, answer).data, 'base64url');
}

/** Base64 of the largest mail Gmail takes in, 50 MB, and room for the JSON around it. */
const attachmentAnswerBytes = 70 * 1024 * 1024;

async function withTexts(context: Context, message: GoogleMessage): Promise<GoogleMessage> {
  for (const part of missingTexts(message.payload)) {
    const bytes = await fetchPart(context, message.id, part);
    part.body = { ...part.body, data: Buffer.from(bytes).toString('base64url') };
  }
  return message;
}

import type { gmail_v1 } from '@googleapis/gmail';
import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { Readable } from 'node:stream';
import { asRead, asWritten, gmailOf } from '../client.ts';
import { GoogleMessageRef, GoogleMessageRefs } from './answer.ts';
import { messageIdOf } from './compose.ts';

/** Up to here a message travels inside the JSON of the call; above, as an upload. */
const inlineBytes = 1024 * 1024;

export type Sent = { messageId: string; threadId: string; url?: string };

/** The parameters that carry a message, inline or as an upload, into a thread or a new one. */
export function carried(
  message: Buffer,
  threadId?: string,
): { message: gmail_v1.Schema$Message; media?: { mimeType: string; body: Readable } } {
  const inThread = threadId ? { threadId } : {};
  if (message.byteLength <= inlineBytes) return { message: { raw: message.toString('base64url'), ...inThread } };
  return { message: inThread, media: { mimeType: 'message/rfc822', body: Readable.from(slices(message)) } };
}

function* slices(bytes: Buffer, size = 64 * 1024): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

/** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send */
export async function sendMessage(
  context: Pick<ActionContext, 'http'>,
  bytes: Buffer,
  threadId?: string,
): Promise<Sent> {
  const gmail = await gmailOf(context);
  const { message, media } = carried(bytes, threadId);
  return sent(
    asWritten(GoogleMessageRef, await gmail.users.messages.send({ userId: 'me', requestBody: message, media })),
  );
}

/**
 * What the run sent, found by its Message-ID.
 * @throws HubError `outcome_unknown` where there is no trace: Gmail's search lags behind, so none is no proof, and a mail sent twice is worse.
 */
export async function findSent(context: ActionContext): Promise<Sent> {
  const gmail = await gmailOf(context);
  const q = `rfc822msgid:${messageIdOf(context).slice(1, -1)}`;
  const unknown = new HubError(
    'outcome_unknown',
    'It is not known whether this mail went out. Look in your sent mail before you send it again.',
  );
  try {
    const page = { userId: 'me', q, includeSpamTrash: true, maxResults: 1 };
    const [found] = asRead(GoogleMessageRefs, await gmail.users.messages.list(page)).messages;
    if (!found) throw unknown;
    return sent(found);
  } catch (error) {
    throw error instanceof HubError && error.code === 'scope_missing' ? unknown : error;
  }
}

const sent = ({ id, threadId }: { id: string; threadId: string }): Sent => ({
  messageId: id,
  threadId,
  url: `https://mail.google.com/mail/#all/${encodeURIComponent(id)}`,
});

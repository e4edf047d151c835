import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { allOf } from '../pages.ts';
import { attachmentFields, GraphBody, GraphMessage, messageFields, wholeFields, WholeMessage } from './answer.ts';

export type Context = Pick<ActionContext, 'http'>;

/** Ids stay the same when a message is moved or sent. @see https://learn.microsoft.com/graph/outlook-immutable-id (read 2026-11-21) */
export const headers = { prefer: 'IdType="ImmutableId"' };
const inPlainText = { prefer: `${headers.prefer}, outlook.body-content-type="text"` };
const $expand = `attachments($select=${attachmentFields})`;

export const messagePath = (id: string): string => `/me/messages/${encodeURIComponent(id)}`;
/** A text as a literal of OData. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A message with its text as words, and as HTML where it was written so. */
export interface ReadMessage {
  readonly message: WholeMessage;
  readonly text?: string;
  readonly html?: string;
}

const Texts = z.object({ id: z.string(), body: GraphBody.optional() });

/** @throws HubError `not_found` */
export const fetchMessage = ({ http }: Context, id: string): Promise<GraphMessage> =>
  http.get(messagePath(id), { query: { $select: messageFields }, headers, schema: GraphMessage });

/** A whole message; Outlook itself turns its HTML into words. @throws HubError `not_found` */
export async function readMessage({ http }: Context, id: string): Promise<ReadMessage> {
  const query = { $select: wholeFields, $expand };
  const message = await http.get(messagePath(id), { query, headers, schema: WholeMessage });
  if (message.body?.contentType !== 'html') return { message, text: message.body?.content ?? '' };
  const plain = await http.get(messagePath(id), { query: { $select: 'id,body' }, headers: inPlainText, schema: Texts });
  return { message, text: plain.body?.content ?? '', html: message.body.content };
}

/** The messages of a conversation, oldest first. @throws HubError `not_found` for one that is not there. */
export async function readConversation(context: Context, id: string): Promise<ReadMessage[]> {
  const $filter = `conversationId eq ${literal(id)}`;
  const query = { $filter, $select: wholeFields, $expand, $top: 50 };
  const messages = await allOf(context, '/me/messages', WholeMessage, { query, headers });
  if (messages.length === 0) throw new HubError('not_found', 'There is no such conversation.');
  const written = { query: { $filter, $select: 'id,body', $top: 50 }, headers: inPlainText };
  const texts = new Map((await allOf(context, '/me/messages', Texts, written)).map((one) => [one.id, one.body]));
  return messages
    .toSorted((a, b) => Date.parse(a.receivedDateTime) - Date.parse(b.receivedDateTime))
    .map((message) => ({
      message,
      text: texts.get(message.id)?.content ?? '',
      ...(message.body?.contentType === 'html' && { html: message.body.content }),
    }));
}

/** A mailbox takes four calls at once. @see https://learn.microsoft.com/graph/throttling-limits (read 2026-11-21) */
const atOnce = 4;

/** The same for each message, in order. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}

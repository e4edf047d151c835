import type { z } from 'zod';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { invalid } from '../errors.ts';
import type { ForwardBody } from './bodies.ts';
import { addDraft } from './change.ts';
import type { Correspondent, StoredBody, StoredMessage } from './state.ts';
import { escaped, htmlOf } from './text.ts';

export type Way = 'createReply' | 'createReplyAll' | 'createForward';

/** The draft that Outlook makes of another mail: its people, its subject, its quote, and a forward's attachments. */
export function answerDraft(
  kit: SandboxKit,
  account: MicrosoftAccount,
  message: StoredMessage,
  way: Way,
  { comment, message: own = {}, toRecipients }: z.infer<typeof ForwardBody>,
): StoredMessage {
  if (comment !== undefined && own.body) throw invalid('Comment and body cannot both be set.', 'ErrorInvalidRequest');
  const isForward = way === 'createForward';
  const sender = message.replyTo.length > 0 ? message.replyTo : message.from ? [message.from] : [];
  const others = (list: readonly Correspondent[]) =>
    list.filter(({ address }) => address !== account.email && !sender.some((one) => one.address === address));
  const isAll = way === 'createReplyAll';
  return addDraft(
    kit,
    account,
    { ...own, ...(toRecipients && { toRecipients }) },
    {
      conversationId: message.conversationId,
      subject: prefixed(isForward ? 'FW' : 'RE', message.subject),
      toRecipients: isForward ? [] : [...sender, ...(isAll ? others(message.toRecipients) : [])],
      ccRecipients: isAll ? others(message.ccRecipients) : [],
      body: quoted(message, comment),
      attachments: isForward ? [...message.attachments] : [],
    },
  );
}

const prefixed = (prefix: string, subject: string): string =>
  new RegExp(`^${prefix}:`, 'i').test(subject) ? subject : `${prefix}: ${subject}`;

function quoted({ from, received, toRecipients, subject, body }: StoredMessage, comment = ''): StoredBody {
  const lines = [
    `From: ${from?.name ?? ''}`,
    `Sent: ${received}`,
    `To: ${toRecipients.map(({ name }) => name).join('; ')}`,
    `Subject: ${subject}`,
  ];
  const inner = htmlOf(body).replaceAll(/<\/?(html|body)\b[^>]*>/gi, '');
  const content = `<html><body>${escaped(comment)}<hr><div>${lines.map(escaped).join('<br>')}</div><br>${inner}</body></html>`;
  return { contentType: 'html', content };
}

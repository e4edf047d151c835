import type { MailMessage, MailSummary } from '@switchboard/contracts';
import type { GraphMessage, GraphPerson } from './answer.ts';
import type { ReadMessage } from './calls.ts';

export const personOf = ({ emailAddress: { name, address } }: GraphPerson) => ({
  email: address,
  ...(name && name !== address && { name }),
});
const peopleOf = (people: readonly GraphPerson[]) => people.map(personOf);

/** A message as a list shows it; its labels are its folder, its categories and whether it is flagged. */
export function toSummary(message: GraphMessage, folders: ReadonlyMap<string, string> = new Map()): MailSummary {
  const folder = folders.get(message.parentFolderId);
  return {
    id: message.id,
    threadId: message.conversationId,
    from: message.from ? personOf(message.from) : { email: '' },
    to: peopleOf(message.toRecipients),
    subject: message.subject,
    snippet: message.bodyPreview,
    receivedAt: message.receivedDateTime,
    unread: !message.isRead,
    labels: [
      ...(folder === undefined ? [] : [folder]),
      ...message.categories,
      ...(message.flag?.flagStatus === 'flagged' ? ['Flagged'] : []),
    ],
    hasAttachments: message.hasAttachments,
  };
}

export function toMessage({ message, text, html }: ReadMessage, folders?: ReadonlyMap<string, string>): MailMessage {
  return {
    ...toSummary(message, folders),
    cc: peopleOf(message.ccRecipients),
    replyTo: peopleOf(message.replyTo),
    ...(message.internetMessageId && { messageId: message.internetMessageId }),
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    attachments: message.attachments.map(({ id, name, contentType, size }) => ({
      id,
      name: name || 'attachment',
      mediaType: contentType || 'application/octet-stream',
      sizeBytes: size,
    })),
  };
}

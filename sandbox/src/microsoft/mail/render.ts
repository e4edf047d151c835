import type { SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { plainOf } from './text.ts';
import { changingId, mailState, type Correspondent, type StoredAttachment, type StoredFolder, type StoredMessage } from './state.ts'; // prettier-ignore

/** How the caller wants ids and texts. */
export interface Wish {
  readonly immutable: boolean;
  readonly text: boolean;
  readonly attachments: boolean;
}

export function wishOf({ headers }: SandboxRequest, $expand?: string): Wish {
  const prefer = String(headers.prefer ?? '');
  return {
    immutable: /\bIdType="ImmutableId"/i.test(prefer),
    text: /outlook\.body-content-type="text"/i.test(prefer),
    attachments: $expand !== undefined,
  };
}

const shownPerson = ({ name, address }: Correspondent) => ({ emailAddress: { name, address } });

/** A message as Graph gives it. @see https://learn.microsoft.com/graph/api/resources/message (read 2026-11-21) */
export function shownMessage(message: StoredMessage, wish: Wish): Record<string, unknown> {
  const { body, attachments, from } = message;
  const id = wish.immutable ? message.id : changingId(message);
  const plain = plainOf(body);
  return {
    '@odata.etag': `W/"${message.id.slice(-8)}${message.version}"`,
    id,
    createdDateTime: message.created,
    lastModifiedDateTime: message.modified,
    changeKey: `${message.id.slice(-8)}${message.version}`,
    categories: message.categories,
    receivedDateTime: message.received,
    sentDateTime: message.received,
    hasAttachments: attachments.some(({ isInline }) => !isInline),
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: plain.replaceAll(/\s+/g, ' ').slice(0, 255),
    importance: message.importance,
    parentFolderId: message.folder,
    conversationId: message.conversationId,
    isDeliveryReceiptRequested: message.isDraft ? false : null,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    body: wish.text ? { contentType: 'text', content: plain } : body,
    ...(from && !message.isDraft && { sender: shownPerson(from), from: shownPerson(from) }),
    toRecipients: message.toRecipients.map(shownPerson),
    ccRecipients: message.ccRecipients.map(shownPerson),
    bccRecipients: message.bccRecipients.map(shownPerson),
    replyTo: message.replyTo.map(shownPerson),
    flag: { flagStatus: message.flagStatus },
    ...(wish.attachments && { attachments: attachments.map((one) => shownAttachment(one)) }),
  };
}

/** The members that every kind of attachment has. */
export const shownAttachment = (attachment: StoredAttachment): Record<string, unknown> => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  id: attachment.id,
  lastModifiedDateTime: '2026-01-01T00:00:00Z',
  name: attachment.name,
  contentType: attachment.contentType,
  size: attachment.size,
  isInline: attachment.isInline,
});

export function shownFolder(kit: SandboxKit, folder: StoredFolder): Record<string, unknown> {
  const { folders, messages } = mailState(kit);
  const inside = Object.values(messages).filter((message) => message.folder === folder.id);
  return {
    id: folder.id,
    displayName: folder.name,
    parentFolderId: folder.parent ?? `${folder.owner.slice(0, 8)}msgfolderroot`,
    childFolderCount: folders.filter(({ parent }) => parent === folder.id).length,
    unreadItemCount: inside.filter(({ isRead }) => !isRead).length,
    totalItemCount: inside.length,
    isHidden: false,
  };
}

import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accountBy, type MicrosoftAccount } from '../accounts.ts';
import { invalid } from '../errors.ts';
import type { AttachmentBody, MessageBody } from './bodies.ts';
import { folderBy, mailState, newId, type Correspondent, type MessageContent, type StoredMessage } from './state.ts';

const mostInlineBytes = 3 * 1024 * 1024;
const nowOf = (kit: SandboxKit): string => new Date(kit.clock()).toISOString().replace(/\.\d+Z$/, 'Z');

const empty: MessageContent = {
  subject: '',
  body: { contentType: 'text', content: '' },
  toRecipients: [],
  ccRecipients: [],
  bccRecipients: [],
  replyTo: [],
  isRead: true,
  categories: [],
  flagStatus: 'notFlagged',
  importance: 'normal',
};

type Recipients = NonNullable<MessageBody['toRecipients']>;
const peopleOf = (recipients: Recipients): Correspondent[] =>
  recipients.map(({ emailAddress: { address, name } }) => ({ address, name: name ?? address }));

function contentOf({ subject, flag, toRecipients, ccRecipients, bccRecipients, replyTo, ...body }: MessageBody) {
  const { body: text, isRead, categories, importance } = body;
  return {
    ...(subject !== undefined && { subject: subject ?? '' }),
    ...(text && { body: text }),
    ...(toRecipients && { toRecipients: peopleOf(toRecipients) }),
    ...(ccRecipients && { ccRecipients: peopleOf(ccRecipients) }),
    ...(bccRecipients && { bccRecipients: peopleOf(bccRecipients) }),
    ...(replyTo && { replyTo: peopleOf(replyTo) }),
    ...(isRead !== undefined && { isRead }),
    ...(categories && { categories: [...new Set(categories)] }),
    ...(flag && { flagStatus: flag.flagStatus }),
    ...(importance && { importance }),
  } satisfies Partial<MessageContent>;
}

/** Puts a new message among the drafts. */
export function addDraft(
  kit: SandboxKit,
  account: MicrosoftAccount,
  body: MessageBody,
  start: Partial<StoredMessage> = {},
): StoredMessage {
  const state = mailState(kit);
  const id = newId(state);
  const at = nowOf(kit);
  const message: StoredMessage = {
    ...empty,
    id,
    owner: account.id,
    folder: folderBy(kit, account, 'drafts').id,
    conversationId: `AAQkALg${nameFor(`${id} conversation`, 40)}`,
    internetMessageId: `<${nameFor(`${id} mail`, 24)}@fernhill.example>`,
    from: { name: account.name, address: account.email },
    isDraft: true,
    created: at,
    received: at,
    modified: at,
    version: 1,
    attachments: [],
    properties: [],
    ...start,
    ...contentOf(body),
  };
  state.messages[id] = message;
  message.properties = body.singleValueExtendedProperties ?? [];
  for (const attachment of body.attachments ?? []) attach(kit, message, attachment);
  kit.store.changed();
  return message;
}

const onlyDrafts = ['subject', 'body', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo'] as const;

/** Writes the members named. @throws {Refusal} 400 for what only a draft lets be written. */
export function changeMessage(kit: SandboxKit, message: StoredMessage, body: MessageBody): void {
  if (!message.isDraft && onlyDrafts.some((name) => body[name] !== undefined))
    throw invalid('The message is not a draft.', 'ErrorInvalidPropertySet');
  if (body.attachments || body.internetMessageHeaders)
    throw invalid('The property can only be set when a message is created.', 'ErrorInvalidPropertySet');
  Object.assign(message, contentOf(body));
  const set = body.singleValueExtendedProperties ?? [];
  const kept = message.properties.filter(({ id }) => !set.some((one) => one.id === id));
  message.properties = [...kept, ...set];
  touch(kit, message);
}

function touch(kit: SandboxKit, message: StoredMessage): void {
  message.modified = nowOf(kit);
  message.version += 1;
  kit.store.changed();
}

export function moveMessage(kit: SandboxKit, account: MicrosoftAccount, message: StoredMessage, to: string): void {
  message.folder = folderBy(kit, account, to).id;
  touch(kit, message);
}

/** The first time into the deleted items, from there away. */
export function removeMessage(kit: SandboxKit, account: MicrosoftAccount, message: StoredMessage): void {
  const bin = folderBy(kit, account, 'deleteditems').id;
  if (message.folder === bin) delete mailState(kit).messages[message.id];
  else message.folder = bin;
  touch(kit, message);
}

/** @throws {Refusal} 413 for a file that needs an upload session. */
export function attach(kit: SandboxKit, message: StoredMessage, body: AttachmentBody) {
  const bytes = Buffer.from(body.contentBytes, 'base64');
  if (bytes.length > mostInlineBytes) throw invalid('The attachment is too large.', 'ErrorMessageSizeExceeded', 413);
  return keepAttachment(kit, message, { ...body, contentType: body.contentType ?? 'application/octet-stream', bytes });
}

interface NewAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly isInline?: boolean | undefined;
}

export function keepAttachment(
  kit: SandboxKit,
  message: StoredMessage,
  { bytes, isInline = false, ...one }: NewAttachment,
) {
  const id = newId(mailState(kit), 'attachment');
  const { name, contentType } = one;
  const attachment = { id, name, contentType, blob: kit.store.putBlob(bytes), size: bytes.length, isInline };
  message.attachments = [...message.attachments, attachment];
  touch(kit, message);
  return attachment;
}

/** Sends a draft: it moves to the sent items under its own id, and those with a mailbox here get it. */
export function sendDraft(kit: SandboxKit, account: MicrosoftAccount, message: StoredMessage): void {
  if (!message.isDraft) throw invalid('The message is not a draft.', 'ErrorInvalidRequest');
  const everyone = [...message.toRecipients, ...message.ccRecipients, ...message.bccRecipients];
  if (everyone.length === 0) throw invalid('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  message.isDraft = false;
  message.folder = folderBy(kit, account, 'sentitems').id;
  message.received = nowOf(kit);
  touch(kit, message);
  const state = mailState(kit);
  for (const guest of new Set(everyone.map(({ address }) => accountBy(address)))) {
    if (!guest) continue;
    const id = newId(state);
    const folder = folderBy(kit, guest, 'inbox').id;
    const shared = { ...structuredClone(message), id, owner: guest.id, folder, properties: [], isRead: false };
    state.messages[id] = { ...shared, bccRecipients: [], categories: [], flagStatus: 'notFlagged' };
  }
}

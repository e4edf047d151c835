import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { noItem } from '../errors.ts';
import { seedMail } from './seed.ts';

export interface Correspondent {
  readonly name: string;
  readonly address: string;
}
export interface StoredBody {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}
export interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly blob: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly contentId?: string | undefined;
}

/** What a client may write of a message. */
export interface MessageContent {
  subject: string;
  body: StoredBody;
  toRecipients: readonly Correspondent[];
  ccRecipients: readonly Correspondent[];
  bccRecipients: readonly Correspondent[];
  replyTo: readonly Correspondent[];
  isRead: boolean;
  categories: readonly string[];
  flagStatus: 'notFlagged' | 'complete' | 'flagged';
  importance: 'low' | 'normal' | 'high';
}

/** A message in one person's mailbox. Its `id` is the one that never changes. */
export interface StoredMessage extends MessageContent {
  readonly id: string;
  readonly owner: string;
  folder: string;
  readonly conversationId: string;
  readonly internetMessageId: string;
  from: Correspondent | null;
  isDraft: boolean;
  readonly created: string;
  received: string;
  modified: string;
  version: number;
  attachments: StoredAttachment[];
  properties: readonly { readonly id: string; readonly value: string }[];
}

export interface StoredFolder {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  /** The folder it lies in; the mailbox itself unless told. */
  readonly parent?: string;
  readonly wellKnown?: string;
}

export interface UploadSession {
  readonly message: string;
  readonly owner: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  /** Blobs in order. */
  readonly pieces: string[];
  received: number;
}

export interface MailState {
  next: number;
  readonly folders: readonly StoredFolder[];
  readonly messages: Record<string, StoredMessage>;
  readonly uploads: Record<string, UploadSession>;
}

export const mailState = (kit: SandboxKit): MailState =>
  kit.store.part<MailState>('microsoft.mail', () => seedMail(kit));

export const newId = (state: MailState, kind = 'message'): string =>
  `AAkALg${nameFor(`${kind} ${(state.next += 1)}`, 44)}`;

export const foldersOf = (kit: SandboxKit, { id }: MicrosoftAccount): StoredFolder[] =>
  mailState(kit).folders.filter(({ owner }) => owner === id);

/** A folder by its id or the name every mailbox knows it by. @throws {Refusal} 404. */
export function folderBy(kit: SandboxKit, account: MicrosoftAccount, idOrName: string): StoredFolder {
  const key = idOrName.toLowerCase();
  const found = foldersOf(kit, account).find(({ id, wellKnown }) => id === idOrName || wellKnown === key);
  if (!found) throw noItem();
  return found;
}

export const messagesOf = (kit: SandboxKit, { id }: MicrosoftAccount): StoredMessage[] =>
  Object.values(mailState(kit).messages).filter(({ owner }) => owner === id);

/** An id as callers see it who do not ask for immutable ones: it changes with the folder. */
export const changingId = ({ id, folder }: StoredMessage): string => `AAMk${nameFor(`${id} ${folder}`, 44)}`;

/** A message of the person's, by either of its ids. @throws {Refusal} 404. */
export function messageBy(kit: SandboxKit, account: MicrosoftAccount, id: string): StoredMessage {
  const { messages } = mailState(kit);
  const found = Object.hasOwn(messages, id)
    ? messages[id]!
    : messagesOf(kit, account).find((message) => changingId(message) === id);
  if (!found || found.owner !== account.id) throw noItem();
  return found;
}

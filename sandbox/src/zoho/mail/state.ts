import type { SandboxKit } from '../../kit/world.ts';
import { cast } from '../../seed/cast.ts';
import { momentAgo } from '../../seed/projects.ts';
import { type ZohoAccount, zohoAccounts } from '../accounts.ts';

export interface StoredAttachment {
  readonly name: string;
  readonly blob: string;
  readonly sizeBytes: number;
}
export interface StoredMail {
  readonly messageId: string;
  readonly threadId: string;
  readonly folderId: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** HTML. */
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly read: boolean;
  readonly attachments: readonly StoredAttachment[];
}
export interface Mailbox {
  messages: StoredMail[];
  /** Uploads that no message carries yet, by their path. */
  uploads: Record<string, StoredAttachment>;
  next: number;
}

export const folders = [
  { folderId: '9000000002014', folderName: 'Inbox', folderType: 'Inbox' },
  { folderId: '9000000002016', folderName: 'Drafts', folderType: 'Drafts' },
  { folderId: '9000000002020', folderName: 'Sent', folderType: 'Sent' },
  { folderId: '9000000002022', folderName: 'Spam', folderType: 'Spam' },
  { folderId: '9000000002024', folderName: 'Trash', folderType: 'Trash' },
  { folderId: '9000000002101', folderName: 'Customers', folderType: 'Others' },
] as const;
const inbox = folders[0].folderId;
export const sentFolder = folders[2].folderId;

/** Ids of messages are larger than a number holds. */
export const messageIdAt = (at: number): string => `1709876190693100${String(at).padStart(3, '0')}`;

const letters: readonly { readonly from: string; readonly subject: string; readonly text: string; readonly daysAgo: number; readonly folder?: string; readonly read?: boolean }[] = [
  { from: 'noor@quillworks.example', subject: 'Tone of voice, once more', text: 'Hello,\nShort sentences, please. The workshop on Thursday is fixed.\nNoor', daysAgo: 0 },
  { from: 'daniel.brook@harborline.example', subject: 'Data export sample', text: 'The file is with Tomas. Two rows lack a port, we know.\nDaniel', daysAgo: 1 },
  { from: 'kenji@tidalmaps.example', subject: 'Larger arrows', text: 'Could the tide arrows be larger on a phone?\nKenji', daysAgo: 3, folder: '9000000002101', read: true },
  { from: 'lucia@oliveandsalt.example', subject: 'Menu cards <final> & prices', text: 'Ciao, the prices of the menu cards are fine. When can we print?\nLucía', daysAgo: 6, read: true },
  { from: 'mei@fernhill.example', subject: 'October expenses', text: 'Please send me the hotel receipt.\nMei', daysAgo: 9, read: true },
]; // prettier-ignore

export const htmlOf = (text: string): string =>
  `<div>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />')}</div>`;

function seeded(kit: SandboxKit, { mailbox }: ZohoAccount): Mailbox {
  const messages = letters.map((letter, at): StoredMail => {
    const sender = cast.find(({ email }) => email === letter.from)!;
    return {
      messageId: messageIdAt(at + 1),
      threadId: messageIdAt(at + 1),
      folderId: letter.folder ?? inbox,
      from: { name: sender.name, email: sender.email },
      to: `<${mailbox}>`,
      cc: '',
      subject: letter.subject,
      content: htmlOf(letter.text),
      at: Date.parse(momentAgo(kit.clock(), letter.daysAgo, 8)),
      read: letter.read ?? false,
      attachments: [],
    };
  });
  return { messages, uploads: {}, next: 500 };
}

/** What each mailbox holds. */
export const mailboxOf = (kit: SandboxKit, account: ZohoAccount): Mailbox =>
  kit.store.part<Record<string, Mailbox>>('zoho.mail', () =>
    Object.fromEntries(zohoAccounts.map((one) => [one.id, seeded(kit, one)])),
  )[account.id]!;

import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { personBy } from '../../seed/cast.ts';
import { accounts, type MicrosoftAccount } from '../accounts.ts';
import { letters, type Letter } from './plan.ts';
import type { MailState, StoredFolder, StoredMessage } from './state.ts';

const everywhere: readonly (readonly [wellKnown: string, name: string])[] = [
  ['inbox', 'Inbox'],
  ['drafts', 'Drafts'],
  ['sentitems', 'Sent Items'],
  ['deleteditems', 'Deleted Items'],
  ['junkemail', 'Junk Email'],
  ['archive', 'Archive'],
  ['outbox', 'Outbox'],
];

const short = ({ name }: MicrosoftAccount): string => name.split(' ')[0]!;
const folderId = (account: MicrosoftAccount, name: string): string => `AAMk${short(account)}${name}`;

const foldersFor = (account: MicrosoftAccount): StoredFolder[] => [
  ...everywhere.map(([wellKnown, name]) => ({ id: folderId(account, wellKnown), owner: account.id, name, wellKnown })),
  { id: folderId(account, 'clients'), owner: account.id, name: 'Clients' },
  { id: folderId(account, 'harborline'), owner: account.id, name: 'Harborline', parent: folderId(account, 'clients') },
];

/** Mail around today, the same in every sandbox. */
export const seedMail = (kit: SandboxKit): MailState => ({
  next: 0,
  folders: accounts.flatMap(foldersFor),
  messages: Object.fromEntries(
    accounts.flatMap((account) =>
      letters
        .filter(({ owner }) => owner === short(account))
        .map((letter, at) => {
          const message = messageOf(kit, account, letter, at + 1);
          return [message.id, message];
        }),
    ),
  ),
  uploads: {},
});

const correspondent = (address: string) => ({ address, name: personBy(address)?.name ?? address });

function messageOf(kit: SandboxKit, account: MicrosoftAccount, letter: Letter, number: number): StoredMessage {
  const id = `AAk${short(account)}${String(number).padStart(2, '0')}`;
  const at = new Date(kit.clock() - letter.hoursAgo * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const own = { name: account.name, address: account.email };
  const isDraft = letter.folder === 'drafts';
  return {
    id,
    owner: account.id,
    folder: folderId(account, letter.folder ?? 'inbox'),
    conversationId: `AAQk${short(account)}${letter.conversation}`,
    internetMessageId: `<${nameFor(`${id} mail`, 24)}@fernhill.example>`,
    from: letter.from === undefined ? own : correspondent(letter.from),
    toRecipients: letter.to?.map(correspondent) ?? [own],
    ccRecipients: letter.cc?.map(correspondent) ?? [],
    bccRecipients: [],
    replyTo: [],
    subject: letter.subject,
    body: letter.html ? { contentType: 'html', content: letter.html } : { contentType: 'text', content: letter.text },
    isRead: letter.isRead ?? true,
    isDraft,
    categories: letter.categories ?? [],
    flagStatus: letter.isFlagged ? 'flagged' : 'notFlagged',
    importance: 'normal',
    created: at,
    received: at,
    modified: at,
    version: 1,
    attachments: (letter.files ?? []).map(({ name, type, bytes }, file) => ({
      id: `${id}-${file + 1}`,
      name,
      contentType: type,
      blob: kit.store.putBlob(bytes),
      size: bytes.length,
      isInline: false,
    })),
    properties: [],
  };
}

import type { MailSummary } from '@switchboard/contracts';
import addressparser from 'nodemailer/lib/addressparser';
import { z } from 'zod';
import { type Folder, Id } from './api.ts';

const Flag = z.union([z.string(), z.number(), z.boolean()]).transform((value) => /^(1|true)$/.test(String(value)));
const Milliseconds = z.union([z.string(), z.number()]).transform(Number);

export const ZohoMessage = z.object({
  messageId: Id,
  folderId: Id,
  threadId: Id.optional(),
  subject: z.string().default(''),
  summary: z.string().default(''),
  sender: z.string().default(''),
  fromAddress: z.string().default(''),
  toAddress: z.string().default(''),
  ccAddress: z.string().default(''),
  receivedTime: Milliseconds,
  /** `0` unread, `1` read; words in older answers. */
  status: z.union([z.string(), z.number()]).transform((value) => /^(1|read)$/.test(String(value))),
  hasAttachment: Flag,
});
export type ZohoMessage = z.output<typeof ZohoMessage>;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const plain = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|amp|#39);/g, (_all, name: string) => entities[name]!);

/** Addresses as Zoho lists them: escaped for HTML, separated by commas; `Not Provided` where there are none. */
export const addressesOf = (text: string): { email: string; name?: string }[] =>
  addressparser(plain(text), { flatten: true }).flatMap(({ address, name }) =>
    address.includes('@') ? [{ email: address, ...(name ? { name } : {}) }] : [],
  );

/** Zoho reads a message by its folder, so both are the hub's id. */
export const idOf = ({ folderId, messageId }: Pick<ZohoMessage, 'folderId' | 'messageId'>): string =>
  `${folderId}-${messageId}`;

/** @returns undefined for what is no id of ours. */
export const partsOf = (id: string): { folderId: string; messageId: string } | undefined => {
  const match = /^(\d+)-(\d+)$/.exec(id);
  return match ? { folderId: match[1]!, messageId: match[2]! } : undefined;
};

export function summaryOf(message: ZohoMessage, folders: readonly Folder[]): MailSummary {
  const folder = folders.find(({ folderId }) => folderId === message.folderId);
  const [from] = addressesOf(message.fromAddress);
  const name = message.sender && !message.sender.includes('@') ? plain(message.sender) : from?.name;
  return {
    id: idOf(message),
    threadId: message.threadId && message.threadId !== '0' ? message.threadId : message.messageId,
    from: { email: from?.email ?? message.fromAddress, ...(name ? { name } : {}) },
    to: addressesOf(message.toAddress),
    subject: plain(message.subject),
    snippet: plain(message.summary),
    receivedAt: new Date(message.receivedTime).toISOString(),
    unread: !message.status,
    labels: folder ? [folder.folderName] : [],
    hasAttachments: message.hasAttachment,
  };
}

import { z } from 'zod';
import { type ApiMethod, methodsFor, q } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { ZohoAccount } from '../accounts.ts';
import { ownMailbox } from './own-mailbox.ts';
import { searchTest } from './search.ts';
import { folders, type StoredMail } from './state.ts';
import { attachmentMethods } from './upload.ts';
import { sendMethod } from './send.ts';

const defineMethod = methodsFor<ZohoAccount>();
const read = ['ZohoMail.messages.READ'];

/** Zoho escapes what it shows in lists. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const summary = (mail: StoredMail, withTo = true) => ({
  messageId: mail.messageId,
  folderId: mail.folderId,
  threadId: mail.threadId,
  subject: escaped(mail.subject),
  summary: escaped(
    mail.content
      .replaceAll(/<[^>]+>/g, ' ')
      .trim()
      .slice(0, 120),
  ),
  sender: escaped(mail.from.name),
  fromAddress: mail.from.email,
  ...(withTo ? { toAddress: escaped(mail.to), ccAddress: mail.cc ? escaped(mail.cc) : 'Not Provided' } : {}),
  receivedTime: String(mail.at),
  sentDateInGMT: String(mail.at),
  status: mail.read ? '1' : '0',
  status2: '0',
  hasAttachment: mail.attachments.length > 0 ? '1' : '0',
  size: String(mail.content.length),
  priority: '3',
  flagid: 'flag_not_set',
});

/** Zoho Mail, as far as a mailbox is read and written from here. */
export function mailMethods(kit: SandboxKit): ApiMethod<ZohoAccount>[] {
  const newest = (messages: readonly StoredMail[]) => messages.toSorted((a, b) => b.at - a.at);
  const page = (all: readonly StoredMail[], start = 1, limit = 10) => all.slice(start - 1, start - 1 + limit);
  const one = (account: ZohoAccount, params: Readonly<Record<string, string>>): StoredMail => {
    const { messages } = ownMailbox(kit, account, params.account!);
    const mail = messages.find(({ messageId, folderId }) => messageId === params.message && folderId === params.folder);
    if (!mail) throw new Refusal('not_found', 'Invalid Input', { code: 'MESSAGE_NOT_FOUND' });
    return mail;
  };
  const at = '/accounts/{account}/folders/{folder}/messages/{message}';
  return [
    defineMethod({
      id: 'mail.accounts', http: 'GET', path: '/accounts', scopes: ['ZohoMail.accounts.READ'],
      run: ({ account }) => [{ accountId: account.mailboxId, primaryEmailAddress: account.mailbox, mailboxAddress: account.mailbox, accountDisplayName: account.name, type: 'ZOHO_ACCOUNT', enabled: true }],
    }), // prettier-ignore
    defineMethod({
      id: 'mail.folders', http: 'GET', path: '/accounts/{account}/folders', scopes: ['ZohoMail.folders.READ'],
      run: ({ account, params }) => {
        ownMailbox(kit, account, params.account!);
        return folders.map((folder) => ({ ...folder, path: `/${folder.folderName}`, isArchived: 0 }));
      },
    }), // prettier-ignore
    defineMethod({
      id: 'mail.view', http: 'GET', path: '/accounts/{account}/messages/view', scopes: read,
      query: z.strictObject({ folderId: q.text(), start: q.int(1), limit: q.int(1, 200), status: z.enum(['read', 'unread', 'all']).optional(), includeto: q.bool(), threadId: q.text() }),
      run: ({ account, params, query: { folderId, start, limit, status, includeto } }) => {
        const { messages } = ownMailbox(kit, account, params.account!);
        const wanted = messages.filter((mail) => (!folderId || mail.folderId === folderId) && (!status || status === 'all' || mail.read === (status === 'read')));
        return page(newest(wanted), start, limit).map((mail) => summary(mail, includeto ?? false));
      },
    }), // prettier-ignore
    defineMethod({
      id: 'mail.search', http: 'GET', path: '/accounts/{account}/messages/search', scopes: read,
      query: z.strictObject({ searchKey: z.string().min(1), receivedTime: q.int(), start: q.int(1), limit: q.int(1, 200), includeto: q.bool() }),
      run: ({ account, params, query: { searchKey, receivedTime, start, limit, includeto } }) => {
        const { messages } = ownMailbox(kit, account, params.account!);
        const latest = receivedTime ?? kit.clock() - 120_000;
        const wanted = messages.filter((mail) => mail.at <= latest && searchTest(searchKey)(mail));
        return page(newest(wanted), start, limit).map((mail) => summary(mail, includeto ?? false));
      },
    }), // prettier-ignore
    defineMethod({
      id: 'mail.details',
      http: 'GET',
      path: `${at}/details`,
      scopes: read,
      run: ({ account, params }) => summary(one(account, params)),
    }),
    defineMethod({
      id: 'mail.content', http: 'GET', path: `${at}/content`, scopes: read, query: z.strictObject({ includeBlockContent: q.bool() }),
      run: ({ account, params }) => {
        const { messageId, content } = one(account, params);
        return { messageId, content };
      },
    }), // prettier-ignore
    defineMethod({
      id: 'mail.attachmentinfo', http: 'GET', path: `${at}/attachmentinfo`, scopes: read,
      run: ({ account, params }) => ({
        attachments: one(account, params).attachments.map(({ name, blob, sizeBytes }) => ({ attachmentId: blob, attachmentName: name, attachmentSize: sizeBytes })),
        messageId: params.message,
      }),
    }), // prettier-ignore
    ...attachmentMethods(kit),
    sendMethod(kit),
  ];
}

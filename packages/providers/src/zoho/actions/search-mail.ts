import { HubError, mailSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { foldersOf, mailboxOf, readMail } from '../mail/api.ts';
import { summaryOf, ZohoMessage } from '../mail/message.ts';
import { searchKey } from '../mail/query.ts';

export const searchMail = defineAction({
  name: 'search_mail',
  title: 'Search mail',
  description: 'Finds messages by words, people, subject, folder and time, newest first.',
  fulfils: mailSearch,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['find zoho mail from {from}', 'search zoho mail for {query}'],
  input: mailSearch.input,
  output: mailSearch.output,

  /** Zoho cannot search and look at one folder or the unread at once: the rest is left out here, so a page may be shorter. */
  async run(context, { label, unread, limit, cursor, ...words }) {
    const { accountId } = await mailboxOf(context);
    const folders = await foldersOf(context, accountId);
    const folder = label
      ? folders.find(({ folderName }) => folderName.toLowerCase() === label.toLowerCase())
      : undefined;
    if (label && !folder) throw new HubError('input_invalid', `This mailbox has no folder ${label.slice(0, 64)}.`);

    const start = Number(cursor ?? 1);
    if (!Number.isSafeInteger(start) || start < 1) throw new HubError('input_invalid', 'The cursor is not known.');
    const key = searchKey(words);
    const page = { start, limit, includeto: true };
    const found = key
      ? await readMail(context, `/accounts/${accountId}/messages/search`, z.array(ZohoMessage), {
          ...page,
          searchKey: key,
          receivedTime: context.now.getTime() + 60_000,
        })
      : await readMail(context, `/accounts/${accountId}/messages/view`, z.array(ZohoMessage), {
          ...page,
          folderId: folder?.folderId,
          status: unread === undefined ? undefined : unread ? 'unread' : 'read',
        });

    const from = words.after === undefined ? -Infinity : Date.parse(words.after);
    const to = words.before === undefined ? Infinity : Date.parse(words.before);
    const messages = found.filter(
      ({ folderId, status: read, receivedTime }) =>
        (!folder || folderId === folder.folderId) &&
        (unread === undefined || read !== unread) &&
        receivedTime >= from &&
        receivedTime < to,
    );
    return {
      messages: messages.map((message) => summaryOf(message, folders)),
      ...(found.length === limit ? { nextCursor: String(start + limit) } : {}),
    };
  },

  examples: [{ input: { limit: 10 } }, { title: 'Unread from Noor', input: { from: 'noor', unread: true } }],
});

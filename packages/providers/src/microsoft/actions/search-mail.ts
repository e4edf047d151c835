import { mailSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { GraphMessage, messageFields } from '../mail/answer.ts';
import { headers } from '../mail/calls.ts';
import { folderNames } from '../mail/folders.ts';
import { labelsOf, type Label } from '../mail/marks.ts';
import { toSummary } from '../mail/parse.ts';
import { filterOf, fits, searchText, type MailQuery } from '../mail/query.ts';
import { pageAt } from '../pages.ts';

const most = 5;

/** What a label narrows a search to. */
function narrowed(label: Label | undefined): MailQuery {
  if (label?.kind === 'category') return { category: label.name };
  if (label?.kind === 'unread') return { unread: true };
  return label?.kind === 'flagged' ? { flagged: true } : {};
}

export const searchMail = defineAction({
  name: 'search_mail',
  title: 'Search mail',
  description: 'Finds messages by words, people, subject, folder or category and time, newest first.',
  fulfils: mailSearch,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['find mail from {from}', 'search mail for {query}', 'unread mail from {from}'],
  input: mailSearch.input,
  output: mailSearch.output,

  /** @see https://learn.microsoft.com/graph/api/user-list-messages (read 2026-11-21): a search of words takes no filter beside it. */
  async run(context, { label: name, limit, cursor: from, ...input }) {
    const [label] = name ? await labelsOf(context, [name]) : [];
    const asked = { ...input, ...narrowed(label) };
    const path = label?.kind === 'folder' ? `/me/mailFolders/${encodeURIComponent(label.id)}/messages` : '/me/messages';
    const $search = searchText(asked);
    const chosen =
      $search === undefined ? { $filter: filterOf(asked), $orderby: 'receivedDateTime desc' } : { $search };
    const query = { ...chosen, $select: messageFields, $top: limit };

    let cursor = from;
    let found: GraphMessage[] = [];
    for (let pages = 0; pages < most; pages += 1) {
      const page = await pageAt(context, path, GraphMessage, { query, headers, cursor });
      cursor = page.nextCursor;
      found = $search === undefined ? page.value : page.value.filter((message) => fits(message, asked));
      if (found.length > 0 || cursor === undefined) break;
    }
    const names = await folderNames(context, found);
    return {
      messages: found.map((message) => toSummary(message, names)),
      ...(cursor !== undefined && { nextCursor: cursor }),
    };
  },

  examples: [
    { input: { query: 'export', from: 'daniel.brook@harborline.example', hasAttachment: true, limit: 5 } },
    { title: 'Unread in the inbox', input: { unread: true, after: '2026-01-01T00:00:00Z', label: 'inbox' } },
  ],
});

import { mailSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { asRead, gmailOf } from '../client.ts';
import { GoogleMessageRefs } from '../mail/answer.ts';
import { labelIds, labelNames } from '../mail/labels.ts';
import { fetchOutlines } from '../mail/outlines.ts';
import { toSummary } from '../mail/parse.ts';
import { searchText } from '../mail/query.ts';

const userId = 'me';
export const searchMail = defineAction({
  name: 'search_mail',
  title: 'Search mail',
  description: 'Finds messages by words, people, subject, label and time, newest first.',
  fulfils: mailSearch,
  effect: 'read',
  idempotent: true,
  needs: ['mail.read'],
  phrases: ['find mail from {from}', 'search mail for {query}', 'unread mail from {from}'],
  input: mailSearch.input,
  output: mailSearch.output,

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list */
  async run(context, { label, limit, cursor, ...query }) {
    const gmail = await gmailOf(context);
    const labels = label ? await labelIds(context, [label]) : undefined;
    const list = await gmail.users.messages.list({
      userId,
      q: searchText(query) || undefined,
      labelIds: labels,
      includeSpamTrash: labels?.some((id) => id === 'TRASH' || id === 'SPAM') || undefined,
      maxResults: limit,
      pageToken: cursor,
    });
    const page = asRead(GoogleMessageRefs, list);
    const messages = await fetchOutlines(
      context,
      page.messages.map(({ id }) => id),
    );
    const names = await labelNames(context, messages);
    return {
      messages: messages.map((message) => toSummary(message, names)),
      nextCursor: page.nextPageToken,
      estimate: page.resultSizeEstimate,
    };
  },

  examples: [
    { input: { query: 'export', from: 'daniel.brook@harborline.example', hasAttachment: true, limit: 5 } },
    { title: 'Unread this week', input: { unread: true, after: '2026-11-16T00:00:00Z', label: 'inbox' } },
  ],
});

import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { context, defineMethod, listOf, pagedQuery, selected, type GraphMethod } from '../api.ts';
import { invalid } from '../errors.ts';
import { filtered } from './filter.ts';
import { categories } from './plan.ts';
import { shownFolder, shownMessage, wishOf } from './render.ts';
import { searched } from './search.ts';
import { folderBy, foldersOf, messagesOf, type StoredMessage } from './state.ts';

export const reads = ['Mail.Read', 'Mail.ReadWrite'];
const expandable = z
  .string()
  .regex(/^attachments(\(\$select=[a-zA-Z,]+\))?$/)
  .optional();
const folderQuery = z.strictObject({ ...pagedQuery(1000), includeHiddenFolders: q.bool() });
const listQuery = z.strictObject({
  ...pagedQuery(1000),
  $filter: q.text(),
  $search: q.text(),
  $orderby: z.enum(['receivedDateTime desc', 'receivedDateTime asc', 'receivedDateTime']).optional(),
  $expand: expandable,
});
type ListQuery = z.infer<typeof listQuery>;

/** The messages that a query is for, newest first unless told. @throws {Refusal} 400 for a search with a filter or an order. */
function chosen(messages: readonly StoredMessage[], { $filter, $search, $orderby }: ListQuery): StoredMessage[] {
  if ($search !== undefined && $filter !== undefined)
    throw invalid("The query parameter '$filter' is not supported with '$search'.", 'SearchWithFilter');
  if ($search !== undefined && $orderby !== undefined)
    throw invalid("The query parameter '$orderby' is not supported with '$search'.", 'SearchWithOrderBy');
  const found = $search === undefined ? filtered(messages, $filter, $orderby) : searched(messages, $search);
  const sign = $orderby !== undefined && $orderby !== 'receivedDateTime desc' ? 1 : -1;
  return found.sort((a, b) => sign * (Date.parse(a.received) - Date.parse(b.received)));
}

function listed(request: SandboxRequest, list: string, messages: readonly StoredMessage[], query: ListQuery) {
  const wish = wishOf(request, query.$expand);
  const shown = chosen(messages, query).map((message) => shownMessage(message, wish));
  const $select = query.$select && query.$expand ? `${query.$select},attachments` : query.$select;
  return listOf(request, list, shown, { ...query, $select }, 10);
}

/** Messages and what they lie in. @see https://learn.microsoft.com/graph/api/resources/mail-api-overview (read 2026-11-21) */
export const listMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.ListMessages',
    http: 'GET',
    path: '/me/messages',
    scopes: reads,
    query: listQuery,
    run: ({ account, request, query }) => listed(request, 'me/messages', messagesOf(kit, account), query),
  }),
  defineMethod({
    id: 'me.mailFolders.ListMessages',
    http: 'GET',
    path: '/me/mailFolders/{folder}/messages',
    scopes: reads,
    query: listQuery,
    run: ({ account, request, params, query }) => {
      const { id } = folderBy(kit, account, params.folder!);
      const inside = messagesOf(kit, account).filter(({ folder }) => folder === id);
      return listed(request, 'me/mailFolders/messages', inside, query);
    },
  }),
  defineMethod({
    id: 'me.ListMailFolders',
    http: 'GET',
    path: '/me/mailFolders',
    scopes: reads,
    query: folderQuery,
    run: ({ account, request, query }) => {
      const top = foldersOf(kit, account).filter(({ parent }) => parent === undefined);
      return listOf(request, 'me/mailFolders', top.map((folder) => shownFolder(kit, folder)), query, 10); // prettier-ignore
    },
  }),
  defineMethod({
    id: 'me.GetMailFolder',
    http: 'GET',
    path: '/me/mailFolders/{folder}',
    scopes: reads,
    query: z.strictObject({ $select: q.text() }),
    run: ({ account, params, query }) => {
      const shown = shownFolder(kit, folderBy(kit, account, params.folder!));
      return { '@odata.context': context('me/mailFolders/$entity'), ...selected(shown, query.$select) };
    },
  }),
  defineMethod({
    id: 'me.mailFolders.ListChildFolders',
    http: 'GET',
    path: '/me/mailFolders/{folder}/childFolders',
    scopes: reads,
    query: folderQuery,
    run: ({ account, request, params, query }) => {
      const { id } = folderBy(kit, account, params.folder!);
      const below = foldersOf(kit, account).filter(({ parent }) => parent === id);
      return listOf(request, 'me/mailFolders/childFolders', below.map((one) => shownFolder(kit, one)), query, 10); // prettier-ignore
    },
  }),
  defineMethod({
    id: 'me.outlook.ListMasterCategories',
    http: 'GET',
    path: '/me/outlook/masterCategories',
    scopes: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    query: z.strictObject(pagedQuery(1000)),
    run: ({ request, query }) => listOf(request, 'me/outlook/masterCategories', categories, query, 100),
  }),
];

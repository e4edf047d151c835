import { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import { bot, commentShape, databaseShape, pageShape, person, schemaOf, titleOf } from './render.ts';
import { users } from './accounts.ts';
import {
  databaseBy,
  defineMethod,
  isShared,
  listOf,
  pageBy,
  paging,
  pagingQuery,
  uuidText,
  type NotionMethod,
} from './api.ts';
import { addBlocks, BlockRequest } from './blocks.ts';
import { invalid } from './refusals.ts';
import { newId, notionState, type StoredPage } from './state.ts';
import { minute } from './time.ts';
import { plainOf, RichTextRequest, valuesOf } from './values.ts';

const sorted = (pages: readonly StoredPage[]): StoredPage[] =>
  pages.toSorted((a, b) => b.editedAt.localeCompare(a.editedAt) || a.id.localeCompare(b.id));
const TitleFilter = z.strictObject({ property: z.literal('title'), title: z.strictObject({ contains: z.string() }) });
const TimeFilter = z.strictObject({
  timestamp: z.literal('created_time'),
  created_time: z.strictObject({ on_or_after: z.iso.datetime() }),
});

/** Pages, databases, comments and people. */
export function pageMethods(kit: SandboxKit): NotionMethod[] {
  const now = (): string => minute(kit.clock());
  return [
    defineMethod({ id: 'get-self', http: 'GET', path: '/v1/users/me', scopes: [], run: ({ account }) => bot(account) }),
    defineMethod({
      id: 'get-users', http: 'GET', path: '/v1/users', scopes: [], query: z.strictObject(pagingQuery),
      run: ({ account, query }) => listOf('users', [...users.map(person), bot(account)], query, (one) => one),
    }),
    defineMethod({
      id: 'post-search', http: 'POST', path: '/v1/search', scopes: [],
      body: z.strictObject({
        ...paging, query: z.string().optional(),
        filter: z.strictObject({ property: z.literal('object'), value: z.enum(['page', 'data_source']) }).optional(),
        sort: z.strictObject({ timestamp: z.literal('last_edited_time'), direction: z.enum(['ascending', 'descending']) }).optional(),
      }),
      run({ account, body }) {
        const state = notionState(kit);
        const wanted = (body.query ?? '').trim().toLowerCase();
        const holds = (title: string): boolean => title.toLowerCase().includes(wanted);
        const pages = sorted(Object.values(state.pages))
          .filter((page) => !page.inTrash && isShared(state, account, page) && holds(titleOf(state, page)))
          .map((page) => pageShape(state, page));
        const sources = Object.values(state.databases).filter(({ title }) => holds(title)).map(databaseShape);
        const found = body.filter?.value === 'page' ? pages : body.filter ? sources : [...pages, ...sources];
        return listOf('search', body.sort?.direction === 'ascending' ? found.reverse() : found, body, (one) => one);
      },
    }),
    defineMethod({
      id: 'retrieve-a-page', http: 'GET', path: '/v1/pages/{page_id}', scopes: [],
      run({ account, params }) {
        const state = notionState(kit);
        return pageShape(state, pageBy(state, account, params.page_id));
      },
    }),
    defineMethod({
      id: 'post-page', http: 'POST', path: '/v1/pages', scopes: [],
      body: z.strictObject({
        parent: z.union([
          z.strictObject({ type: z.literal('page_id').optional(), page_id: uuidText }),
          z.strictObject({ type: z.literal('data_source_id').optional(), data_source_id: uuidText }),
        ]),
        properties: z.record(z.string(), z.unknown()),
        children: z.array(BlockRequest).max(100).optional(),
      }),
      run({ account, body }) {
        const state = notionState(kit);
        const parent = 'page_id' in body.parent
          ? { page: pageBy(state, account, body.parent.page_id).id }
          : { source: databaseBy(state, body.parent.data_source_id).id };
        const page: StoredPage = { id: newId(state), parent, values: {}, by: account.botId, createdAt: now(), editedAt: now(), inTrash: false };
        page.values = valuesOf(schemaOf(state, page), body.properties);
        state.pages[page.id] = page;
        addBlocks(state, page.id, body.children ?? [], { by: account.botId, at: now() });
        kit.store.changed();
        return pageShape(state, page);
      },
    }),
    defineMethod({
      id: 'patch-page', http: 'PATCH', path: '/v1/pages/{page_id}', scopes: [],
      body: z.strictObject({ properties: z.record(z.string(), z.unknown()).optional(), in_trash: z.boolean().optional(), archived: z.boolean().optional() }),
      run({ account, params, body }) {
        const state = notionState(kit);
        const page = pageBy(state, account, params.page_id);
        const inTrash = body.in_trash ?? body.archived;
        if (page.inTrash && inTrash !== false && body.properties)
          throw invalid("Can't edit block that is archived. You must unarchive the block before editing.");
        if (body.properties) page.values = { ...page.values, ...valuesOf(schemaOf(state, page), body.properties) };
        if (inTrash !== undefined) page.inTrash = inTrash;
        page.editedAt = now();
        kit.store.changed();
        return pageShape(state, page);
      },
    }),
    defineMethod({
      id: 'retrieve-a-data-source', http: 'GET', path: '/v1/data_sources/{data_source_id}', scopes: [],
      run: ({ params }) => databaseShape(databaseBy(notionState(kit), params.data_source_id)),
    }),
    defineMethod({
      id: 'query-data-source', http: 'POST', path: '/v1/data_sources/{data_source_id}/query', scopes: [],
      body: z.strictObject({ ...paging, filter: z.union([TitleFilter, TimeFilter]).optional() }),
      run({ params, body }) {
        const state = notionState(kit);
        const { id } = databaseBy(state, params.data_source_id);
        const { filter } = body;
        const fits = (page: StoredPage): boolean => {
          if (!filter) return true;
          if ('title' in filter) return titleOf(state, page).toLowerCase().includes(filter.title.contains.toLowerCase());
          return Date.parse(page.createdAt) >= Date.parse(filter.created_time.on_or_after);
        };
        const rows = Object.values(state.pages).filter(
          (page) => page.parent && 'source' in page.parent && page.parent.source === id && !page.inTrash && fits(page),
        );
        return listOf(`rows ${id}`, rows.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)), body, (page) => pageShape(state, page));
      },
    }),
    defineMethod({
      id: 'retrieve-a-comment', http: 'GET', path: '/v1/comments', scopes: [], query: z.strictObject({ ...pagingQuery, block_id: uuidText }),
      run({ account, query }) {
        const state = notionState(kit);
        const { id } = pageBy(state, account, query.block_id);
        return listOf(`comments ${id}`, state.comments.filter(({ page }) => page === id), query, commentShape);
      },
    }),
    defineMethod({
      id: 'create-a-comment', http: 'POST', path: '/v1/comments', scopes: [],
      body: z.strictObject({ parent: z.strictObject({ type: z.literal('page_id').optional(), page_id: uuidText }), rich_text: RichTextRequest.min(1) }),
      run({ account, body }) {
        const state = notionState(kit);
        const { id: page } = pageBy(state, account, body.parent.page_id);
        const comment = { id: newId(state), page, discussion: newId(state), text: plainOf(body.rich_text), by: account.botId, createdAt: now() };
        state.comments.push(comment);
        kit.store.changed();
        return commentShape(comment);
      },
    }),
  ];
} // prettier-ignore

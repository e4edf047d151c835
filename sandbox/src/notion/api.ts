import { z } from 'zod';
import { methodsFor, q, type ApiMethod } from '../kit/api.ts';
import type { OriginHandler, SandboxRequest } from '../kit/exchange.ts';
import { cursorPage } from '../kit/paging.ts';
import { Refusal } from '../kit/refusal.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { NotionUser } from './accounts.ts';
import type { NotionOAuth } from './oauth.ts';
import { missing, refuse } from './refusals.ts';
import type { NotionState, StoredDatabase, StoredPage } from './state.ts';

export type NotionMethod = ApiMethod<NotionUser>;
export const defineMethod = methodsFor<NotionUser>();

const uuid = /^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/i;

/** An id with its dashes. @throws {Refusal} `validation_error` where it is none. */
export function idOf(text: string | undefined): string {
  if (!uuid.test(text ?? ''))
    throw new Refusal('invalid', `path failed validation: path.id should be a valid uuid, instead was \`"${text}"\`.`);
  return text!
    .replaceAll('-', '')
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const uuidText = z.string().regex(uuid, 'should be a valid uuid');
export const paging = { start_cursor: z.string().optional(), page_size: z.number().int().min(1).max(100).optional() };
export const pagingQuery = { start_cursor: q.text(), page_size: q.int(1, 100) };

/** A list of Notion's with its cursor. */
export function listOf<T>(
  list: string,
  all: readonly T[],
  {
    start_cursor: cursor,
    page_size: size = 100,
  }: { start_cursor?: string | undefined; page_size?: number | undefined },
  show: (item: T) => unknown,
) {
  const { items, next } = cursorPage(list, all, cursor, size);
  return {
    object: 'list',
    results: items.map(show),
    next_cursor: next ?? null,
    has_more: next !== undefined,
    type: 'page_or_data_source',
    request_id: 'a0000000-0000-4000-8000-000000000003',
  };
}

/** True where the account shared the page with the app, or something that it lies under. Databases are shared with their rows. */
export function isShared(state: NotionState, { id }: NotionUser, page: StoredPage): boolean {
  const { sharedBy = [], parent } = page;
  if (sharedBy.includes(id)) return true;
  if (!parent) return false;
  return 'source' in parent || isShared(state, { id } as NotionUser, state.pages[parent.page]!);
}

/** A page that the caller may see. @throws {Refusal} `object_not_found`. */
export function pageBy(state: NotionState, account: NotionUser, text: string | undefined): StoredPage {
  const id = idOf(text);
  const page = Object.hasOwn(state.pages, id) ? state.pages[id] : undefined;
  if (!page || !isShared(state, account, page)) throw missing(id);
  return page;
}

export function databaseBy(state: NotionState, text: string | undefined): StoredDatabase {
  const id = idOf(text);
  if (!Object.hasOwn(state.databases, id)) throw missing(id);
  return state.databases[id]!;
}

/** @throws {Refusal} where the version that is wanted is not named, or another. */
export function checkVersion({ headers }: SandboxRequest): void {
  const version = headers['notion-version'];
  if (version === undefined)
    throw new Refusal(
      'invalid',
      'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
      { code: 'missing_version' },
    );
  if (version !== '2025-09-03')
    throw new Refusal(
      'invalid',
      `Notion-Version header failed validation: \`"${String(version)}"\` is not served here.`,
    );
}

/** An average of three calls a second. @see https://developers.notion.com/reference/request-limits (2026-11-21) */
const quota = { units: 180, perSeconds: 60 };

export const serveNotion = (kit: SandboxKit, oauth: NotionOAuth, methods: readonly NotionMethod[]): OriginHandler =>
  serveApi<NotionUser>(kit, {
    name: 'notion',
    methods,
    refuse,
    quota,
    check: checkVersion,
    caller(request) {
      const token = headerToken(request);
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
  });

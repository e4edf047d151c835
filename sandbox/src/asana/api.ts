import { z } from 'zod';
import { methodsFor, q, type ApiMethod } from '../kit/api.ts';
import { placeOf, cursorAt } from '../kit/paging.ts';
import { headerToken, Reply, serveApi } from '../kit/rest.ts';
import type { OriginHandler } from '../kit/exchange.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { AsanaUser } from './accounts.ts';
import { invalid, refuse } from './errors.ts';
import type { AsanaOAuth } from './oauth.ts';
import { compacted, selected } from './opt-fields.ts';
import type { Shape } from './render.ts';

/** Who calls, and through which app. */
export interface AsanaCaller extends AsanaUser {
  readonly clientId: string;
}
export type AsanaMethod = ApiMethod<AsanaCaller>;
export const defineMethod = methodsFor<AsanaCaller>();

export const gidText = z.string().regex(/^\d{1,20}$/, 'Not a Long');
export const fields = { opt_fields: q.text() };
export const paged = { ...fields, limit: q.int(1, 100), offset: q.text() };
/** A body of Asana's has everything under `data`. */
export const dataBody = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ data: z.strictObject(shape) });

/** One record: whole unless `opt_fields` says what of it. */
export const one = (shape: Shape, query: { opt_fields?: string | undefined }, status = 200): Reply =>
  Reply.json(status, { data: query.opt_fields === undefined ? shape : selected(shape, query.opt_fields) });

export const nothing = (): Reply => Reply.json(200, { data: {} });

interface Paged {
  readonly opt_fields?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: string | undefined;
}

/** A page of records, compact unless `opt_fields` says otherwise; `next_page` is null on the last. */
export function many(list: string, all: readonly Shape[], query: Paged, more: readonly string[] = []): Reply {
  const { opt_fields: optFields, limit, offset } = query;
  if (offset !== undefined && limit === undefined) throw invalid('offset: Must be used with limit');
  const at = placeOf(list, offset);
  const end = limit === undefined ? all.length : at + limit;
  const data = all
    .slice(at, end)
    .map((shape) => (optFields === undefined ? compacted(shape, more) : selected(shape, optFields)));
  const next = end < all.length ? cursorAt(list, end) : undefined;
  const path = next && `/${list}?limit=${limit}&offset=${next}`;
  return Reply.json(200, {
    data,
    ...(limit !== undefined && {
      next_page: next ? { offset: next, path, uri: `https://app.asana.com/api/1.0${path}` } : null,
    }),
  });
}

/** Calls a minute and person in paid plans. @see https://developers.asana.com/docs/rate-limits (2026-11-21) */
const unitsPerMinute = 1500;

export const serveAsana = (kit: SandboxKit, oauth: AsanaOAuth, methods: readonly AsanaMethod[]): OriginHandler =>
  serveApi<AsanaCaller>(kit, {
    name: 'asana',
    under: '/api/1.0',
    methods,
    refuse,
    quota: { units: unitsPerMinute },
    ignoredQuery: ['opt_pretty'],
    caller(request) {
      const token = headerToken(request);
      if (token === undefined) return 'missing';
      const bearer = oauth.bearer(token);
      if (bearer === 'expired' || bearer === undefined) return bearer;
      return { account: { ...bearer.account, clientId: bearer.clientId }, scopes: bearer.scopes };
    },
  });

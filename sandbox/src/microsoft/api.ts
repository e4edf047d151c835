import { methodsFor, q, type ApiMethod } from '../kit/api.ts';
import type { OriginHandler, SandboxRequest } from '../kit/exchange.ts';
import { cursorPage } from '../kit/paging.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { MicrosoftAccount } from './accounts.ts';
import { invalid, refuse } from './errors.ts';
import type { MicrosoftOAuth } from './oauth.ts';

export type GraphMethod = ApiMethod<MicrosoftAccount>;
/** Declares one method of Microsoft Graph. */
export const defineMethod = methodsFor<MicrosoftAccount>();

const graphRoot = 'https://graph.microsoft.com/v1.0';
export const context = (path: string): string => `${graphRoot}/$metadata#${path}`;

/** Query options of a list that is read page by page. */
export const pagedQuery = (most: number) => ({ $top: q.int(1, most), $skiptoken: q.text(), $select: q.text() });

interface Paged {
  readonly $top?: number | undefined;
  readonly $skiptoken?: string | undefined;
  readonly $select?: string | undefined;
}

/** One page of a list, with the whole address of the next one. `usual` is the size where `$top` says none. */
export function listOf<T extends Record<string, unknown>>(
  request: SandboxRequest,
  list: string,
  all: readonly T[],
  { $top, $skiptoken, $select }: Paged,
  usual: number,
): Record<string, unknown> {
  const { items, next } = cursorPage(list, all, $skiptoken, $top ?? usual);
  const more = new URL(request.origin + request.path);
  for (const [name, value] of request.query) if (name !== '$skiptoken') more.searchParams.append(name, value);
  if (next !== undefined) more.searchParams.set('$skiptoken', next);
  return {
    '@odata.context': context(list),
    value: items.map((item) => selected(item, $select)),
    ...(next !== undefined && { '@odata.nextLink': more.href }),
  };
}

/** The members that `$select` names, with `id` and annotations. @throws {Refusal} 400 for a member that the thing has not. */
export function selected<T extends Record<string, unknown>>(item: T, $select: string | undefined): Partial<T> {
  if ($select === undefined) return item;
  const names = $select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !/^[a-zA-Z@][\w.]*$/.test(name));
  if (unknown !== undefined) throw invalid(`Could not find a property named '${unknown}'.`, 'RequestBroker--ParseUri');
  const kept = Object.entries(item).filter(([name]) => name === 'id' || name.startsWith('@') || names.includes(name));
  return Object.fromEntries(kept) as Partial<T>;
}

/** Calls in ten minutes to one mailbox. @see https://learn.microsoft.com/graph/throttling-limits (read 2026-11-21) */
const unitsPerTenMinutes = 10_000;

export const serveGraph = (kit: SandboxKit, oauth: MicrosoftOAuth, methods: readonly GraphMethod[]): OriginHandler =>
  serveApi<MicrosoftAccount>(kit, {
    name: 'microsoft',
    under: '/v1.0',
    methods,
    refuse,
    quota: { units: unitsPerTenMinutes, perSeconds: 600 },
    caller(request) {
      const token = headerToken(request);
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
  });

import type { ActionContext, HttpRequest } from '@switchboard/provider-kit';
import { HubError } from '@switchboard/contracts';
import { z } from 'zod';

type Query = NonNullable<HttpRequest['query']>;

interface Page<T> {
  readonly value: T[];
  readonly nextCursor?: string;
}

export interface Asked {
  readonly query: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the last page ended, as {@link pageAt} told. */
  readonly cursor?: string | undefined;
}

/**
 * One page of a list. Graph names the next one by its whole address, of which the query is what the cursor keeps.
 * @throws HubError `input_invalid` for a cursor that no page told.
 */
export async function pageAt<T>(
  { http }: Pick<ActionContext, 'http'>,
  path: string,
  item: z.ZodType<T>,
  { query, headers = {}, cursor }: Asked,
): Promise<Page<T>> {
  const schema = z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
  const asked = cursor === undefined ? query : queryOf(cursor);
  const page = await http.get(path, { query: asked, headers, schema });
  const next = page['@odata.nextLink'];
  return { value: page.value, ...(next ? { nextCursor: new URL(next).search.slice(1) } : {}) };
}

function queryOf(cursor: string): Query {
  const query = new URLSearchParams(cursor);
  if (query.has('$skiptoken') || query.has('$skip')) return Object.fromEntries(query);
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'That is no place in this list.' }],
  });
}

/** Every page of a list, at most so many. */
export async function allOf<T>(
  context: Pick<ActionContext, 'http'>,
  path: string,
  item: z.ZodType<T>,
  asked: Omit<Asked, 'cursor'>,
  mostPages = 20,
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await pageAt(context, path, item, { ...asked, cursor });
    found.push(...page.value);
    cursor = page.nextCursor;
    if (cursor === undefined) break;
  }
  return found;
}

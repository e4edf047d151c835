import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

const mostPages = 10;
const pageSize = 200;

export interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The member of the answer that holds the page; `results` unless told. */
  readonly items?: 'results' | 'items';
}

/** @see https://developer.todoist.com/api/v1/#tag/Pagination (2026-11-21) */
export async function readPage<T extends z.ZodType>(
  { http }: ActionContext,
  { path, query, items = 'results' }: Asked,
  { item, limit, cursor }: { item: T; limit: number; cursor?: string },
): Promise<{ items: z.output<T>[]; nextCursor?: string }> {
  const schema = z.object({
    [items]: z.array(item),
    next_cursor: z.string().nullish(),
  }) as unknown as z.ZodType<{ next_cursor?: string | null } & Record<string, z.output<T>[]>>;
  const page = await http.get(path, { query: { ...query, limit, cursor }, schema });
  return { items: page[items]!, ...(page.next_cursor && { nextCursor: page.next_cursor }) };
}

/** A whole list, at most two thousand of it. */
export async function readAll<T extends z.ZodType>(
  context: ActionContext,
  asked: Asked,
  item: T,
): Promise<z.output<T>[]> {
  const all: z.output<T>[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await readPage(context, asked, { item, limit: pageSize, cursor });
    all.push(...items);
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return all;
}

/** What fits from a list; the cursor says where the next call goes on. */
export async function gather<T extends z.ZodType>(
  context: ActionContext,
  list: Asked,
  asked: { item: T; limit: number; cursor?: string; fits: (item: z.output<T>) => boolean },
): Promise<{ items: z.output<T>[]; nextCursor?: string }> {
  const items: z.output<T>[] = [];
  let { cursor } = asked;
  for (let page = 0; page < mostPages && items.length < asked.limit; page += 1) {
    const limit = asked.limit - items.length;
    const found = await readPage(context, list, { item: asked.item, limit, cursor });
    items.push(...found.items.filter(asked.fits));
    cursor = found.nextCursor;
    if (cursor === undefined) break;
  }
  return { items, ...(cursor !== undefined && { nextCursor: cursor }) };
}

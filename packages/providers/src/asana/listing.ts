import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

/** One list that is read page by page. */
export interface Source {
  readonly path: string;
  readonly query: Readonly<Record<string, string | boolean | undefined>>;
}

const mostPages = 10;
const Next = z.object({ offset: z.string() }).nullish();
const Place = z.tuple([z.int().nonnegative(), z.string().nullable()]);

/** @see https://developers.asana.com/docs/pagination (2026-11-21) */
async function readPage<T extends z.ZodType>(
  { http }: ActionContext,
  { path, query }: Source,
  { item, limit, offset }: { item: T; limit: number; offset?: string },
): Promise<{ items: z.output<T>[]; next?: string }> {
  const schema = z.object({ data: z.array(item), next_page: Next });
  const page = await http.get(path, { query: { ...query, limit, offset }, schema });
  return { items: page.data, ...(page.next_page && { next: page.next_page.offset }) };
}

/** A whole list, at most a thousand of it. */
export async function readAll<T extends z.ZodType>(
  context: ActionContext,
  source: Source,
  item: T,
): Promise<z.output<T>[]> {
  const items: z.output<T>[] = [];
  let offset: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items: more, next } = await readPage(context, source, { item, limit: 100, offset });
    items.push(...more);
    if (next === undefined) break;
    offset = next;
  }
  return items;
}

/** What fits from several lists, one after the other; the cursor says where the next call goes on. */
export async function gather<T extends z.ZodType>(
  context: ActionContext,
  sources: readonly Source[],
  asked: { item: T; limit: number; cursor?: string; fits: (item: z.output<T>) => boolean },
): Promise<{ items: z.output<T>[]; nextCursor?: string }> {
  const items: z.output<T>[] = [];
  let [at, offset] = placeOf(asked.cursor);
  for (let pages = 0; at < sources.length && items.length < asked.limit && pages < mostPages; pages += 1) {
    const limit = asked.limit - items.length;
    const page = await readPage(context, sources[at]!, { item: asked.item, limit, offset: offset ?? undefined });
    items.push(...page.items.filter(asked.fits));
    [at, offset] = page.next === undefined ? [at + 1, null] : [at, page.next];
  }
  return { items, ...(at < sources.length && { nextCursor: cursorOf([at, offset]) }) };
}

const cursorOf = (place: z.infer<typeof Place>): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string | undefined): z.infer<typeof Place> {
  if (cursor === undefined) return [0, null];
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new HubError('input_invalid', 'This list has changed. Begin it again.', {}, { cause });
  }
}

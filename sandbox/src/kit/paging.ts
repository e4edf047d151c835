import { Refusal } from './refusal.ts';

interface PageOf<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: number;
}

/** A part of a list, from a place in it. */
function offsetPage<T>(all: readonly T[], at: number, size: number): PageOf<T> {
  const next = at + size;
  return { items: all.slice(at, next), ...(next < all.length && { next }) };
}

/** The opaque name of a place in a list; `list` keeps one list's cursor out of another's. */
export const cursorAt = (list: string, at: number): string => Buffer.from(`${list}#${at}`).toString('base64url');

/** The place that a cursor names; zero without one. @throws {Refusal} `invalid` for one that this list never gave. */
export function placeOf(list: string, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [name, at, more] = Buffer.from(cursor, 'base64url').toString('utf8').split('#');
  if (name !== list || more !== undefined || !/^\d+$/.test(at ?? ''))
    throw new Refusal('invalid', 'The cursor is not known.', { code: 'invalid_cursor' });
  return Number(at);
}

/** A part of a list with opaque cursors. @throws {Refusal} `invalid` for a cursor that this list never gave. */
export function cursorPage<T>(
  list: string,
  all: readonly T[],
  cursor: string | undefined,
  size: number,
): { readonly items: readonly T[]; readonly next?: string } {
  const { items, next } = offsetPage(all, placeOf(list, cursor), size);
  return { items, ...(next !== undefined && { next: cursorAt(list, next) }) };
}

/** A `Link` header (RFC 8288) for pages that are counted from one. */
export function linkHeader(url: URL, page: number, lastPage: number): Record<string, string> {
  const link = (to: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < lastPage ? [link(page + 1, 'next'), link(lastPage, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return links.length > 0 ? { link: links.join(', ') } : {};
}

import { GoogleError } from './errors.ts';

/** One page of a list; a page token is the place where the next begins. @throws {GoogleError} 400 for a token we never gave. */
export function pageOf<T>(
  all: readonly T[],
  size: number,
  token: string | undefined,
): { items: T[]; nextPageToken?: string } {
  const at =
    token === undefined
      ? 0
      : Number(/^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1] ?? Number.NaN);
  if (Number.isNaN(at)) throw new GoogleError(400, 'invalid', 'Invalid page token value.', { location: 'pageToken' });
  const next = at + size;
  const items = all.slice(at, next);
  return next < all.length ? { items, nextPageToken: Buffer.from(`page:${next}`).toString('base64url') } : { items };
}

import { refused } from './context.ts';

export interface ConnectionArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly reverse?: boolean | null;
}

const cursorOf = (list: string, at: number): string =>
  Buffer.from(JSON.stringify({ list, last_id: at })).toString('base64');

/**
 * One page of a list as Shopify pages: `first` up to 250, and an opaque cursor.
 * @throws GraphQLError for a missing or too large `first`, or a cursor of another list.
 */
export function connection<T, View>(
  list: string,
  all: readonly T[],
  { first, after, reverse }: ConnectionArgs,
  view: (one: T) => View,
) {
  if (first === null || first === undefined) throw refused('BAD_REQUEST', 'you must provide one of first or last');
  if (first < 1 || first > 250) throw refused('BAD_REQUEST', `first must be between 1 and 250, not ${first}`);
  const sorted = reverse ? all.toReversed() : all;
  const from = after ? placeOf(list, after) : 0;
  const items = sorted.slice(from, from + first);
  const cursors = items.map((_one, at) => cursorOf(list, from + at + 1));
  const nodes = items.map(view);
  return {
    nodes,
    edges: nodes.map((node, at) => ({ node, cursor: cursors[at] })),
    pageInfo: {
      hasNextPage: from + first < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
}

function placeOf(list: string, cursor: string): number {
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as { list?: unknown; last_id?: unknown };
    if (read.list === list && Number.isInteger(read.last_id)) return read.last_id as number;
  } catch {
    // Falls through to the refusal.
  }
  throw refused('INVALID_CURSOR', 'The cursor is not valid.');
}

/** Sorts by what a thing says of itself, ascending. */
export const sortedBy = <T>(all: readonly T[], key: (one: T) => string | number): T[] =>
  all.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });

import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

const TrelloList = z.object({ id: z.string(), name: z.string(), closed: z.boolean().optional() });
const TrelloBoard = z.object({
  id: z.string(),
  name: z.string(),
  desc: z.string().optional(),
  shortUrl: z.url().optional(),
  lists: z.array(TrelloList).default([]),
});

/** The open boards of the person with their open lists, in one call. */
export const openBoards = ({ http, account }: Pick<ActionContext, 'http' | 'account'>) =>
  http.get(`/members/${account.subject}/boards`, {
    query: { filter: 'open', lists: 'open', fields: 'name,desc,shortUrl' },
    schema: z.array(TrelloBoard),
  });

/** Each open list with its board before it. */
export async function openLists(context: Pick<ActionContext, 'http' | 'account'>) {
  const boards = await openBoards(context);
  return boards.flatMap(({ id: boardId, name: board, lists }) =>
    lists.map(({ id, name }) => ({ id, title: `${board}: ${name}`, name, boardId })),
  );
}

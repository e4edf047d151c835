import { HubError, Task } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

type Way = Pick<ActionContext, 'http'>;

/** The members that the hub reads. */
export const cardFields = 'id,name,desc,due,dueComplete,closed,idList,idBoard,idMembers,pos,shortUrl';

export const TrelloCard = z.object({
  id: z.string(),
  name: z.string(),
  desc: z.string(),
  due: z.string().nullable(),
  dueComplete: z.boolean(),
  closed: z.boolean(),
  idList: z.string(),
  idBoard: z.string(),
  idMembers: z.array(z.string()),
  pos: z.number(),
  shortUrl: z.url(),
  list: z.object({ name: z.string() }).optional(),
});
export type TrelloCard = z.infer<typeof TrelloCard>;

export const Card = Task.extend({
  boardId: z.string(),
  listId: z.string(),
  archived: z.boolean(),
  memberIds: z.array(z.string()),
});
export type Card = z.infer<typeof Card>;

export const shownCard = (card: TrelloCard, listTitle = card.list?.name): Card => ({
  id: card.id,
  title: card.name,
  done: card.dueComplete,
  ...(card.desc ? { notes: card.desc } : {}),
  ...(card.due ? { dueOn: card.due.slice(0, 10) } : {}),
  listId: card.idList,
  ...(listTitle === undefined ? {} : { listTitle }),
  boardId: card.idBoard,
  archived: card.closed,
  memberIds: card.idMembers,
  url: card.shortUrl,
});

/** @throws HubError `not_found`. */
export const fetchCard = ({ http }: Way, id: string): Promise<TrelloCard> =>
  http.get(`/cards/${id}`, { query: { fields: cardFields, list: true }, schema: TrelloCard });

/** Changes members of a card; sending it twice changes nothing more. */
export const changeCard = ({ http }: Way, id: string, json: Readonly<Record<string, unknown>>): Promise<TrelloCard> =>
  http.put(`/cards/${id}`, { json, idempotent: true, schema: TrelloCard });

/** What of a card the actions write, and as it is now. */
type Written = 'name' | 'desc' | 'due' | 'dueComplete' | 'closed' | 'idList';

/** @throws HubError `conflict` where somebody changed one of the members since. */
export function leftAlone(present: TrelloCard, written: Partial<Record<Written, unknown>>): void {
  const same = Object.entries(written).every(([name, value]) => {
    const now = present[name as Written];
    return name === 'due' && typeof now === 'string' && typeof value === 'string'
      ? Date.parse(now) === Date.parse(value)
      : now === value;
  });
  if (!same) throw new HubError('conflict', 'This card was changed again in the meantime, so it is left as it is.');
}

import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { openLists } from './boards.ts';
import { cardFields, shownCard, TrelloCard, type Card } from './card.ts';

export interface Wanted {
  readonly query: string;
  readonly listId?: string | undefined;
  readonly done: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Found {
  readonly tasks: Card[];
  readonly nextCursor?: string;
}

/** Trello's search answers no further page than this. */
const lastPage = 100;
const Cards = z.array(TrelloCard);

/** Cards by words, of a list, or those that the person is on. */
export async function findCards(context: ActionContext, wanted: Wanted): Promise<Found> {
  const place = placeOf(wanted.cursor);
  const words = wanted.query.trim();
  return words === '' ? listed(context, wanted, place) : searched(context, wanted, words, place);
}

async function searched({ http }: ActionContext, wanted: Wanted, words: string, page: number): Promise<Found> {
  const query = {
    query: `${words} is:open`,
    modelTypes: 'cards',
    card_fields: cardFields,
    card_list: true,
    cards_limit: wanted.limit,
    cards_page: page,
    partial: true,
  };
  const { cards } = await http.get('/search', { query, schema: z.object({ cards: Cards.default([]) }) });
  const tasks = cards.filter((card) => fits(card, wanted)).map((card) => shownCard(card));
  const more = cards.length === wanted.limit && page + 1 <= lastPage;
  return { tasks, ...(more ? { nextCursor: String(page + 1) } : {}) };
}

async function listed(context: ActionContext, wanted: Wanted, offset: number): Promise<Found> {
  const address =
    wanted.listId === undefined ? `/members/${context.account.subject}/cards` : `/lists/${wanted.listId}/cards`;
  const [all, lists] = await Promise.all([context.http.get(address, { schema: Cards }), openLists(context)]);
  const fitting = all.filter((card) => fits(card, wanted));
  const tasks = fitting
    .slice(offset, offset + wanted.limit)
    .map((card) => shownCard(card, lists.find(({ id }) => id === card.idList)?.name));
  const next = offset + wanted.limit;
  return { tasks, ...(next < fitting.length ? { nextCursor: String(next) } : {}) };
}

const fits = (card: TrelloCard, { listId, done }: Wanted): boolean =>
  !card.closed && card.dueComplete === done && (listId === undefined || card.idList === listId);

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,5}$/.test(cursor)) return Number(cursor);
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'That is no place in a list.' }],
  });
}

import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import { boardBy, defineMethod, listBy, reads, readsMember } from './access.ts';
import { notFound } from './errors.ts';
import { memberBy, type Member } from './people.ts';
import { trelloState, type Card, type TrelloState } from './state.ts';
import { boardView, cardView, listView, masked, memberView, withList } from './view.ts';

const fields = z.strictObject({ fields: q.text() });
const isMine = (person: Member, id: string | undefined): boolean =>
  ['me', person.id, person.username].includes(id ?? '');
const boardsOf = ({ boards }: TrelloState, person: Member) =>
  boards.filter(({ memberIds }) => memberIds.includes(person.id));
const byPlace = (cards: readonly Card[]): Card[] => cards.toSorted((a, b) => a.pos - b.pos);

/** Who one is, boards, lists, and finding cards. */
export const findMethods = (kit: SandboxKit): ApiMethod<Member>[] => [
  defineMethod({
    id: 'get-members-id',
    http: 'GET',
    path: '/members/{id}',
    scopes: readsMember,
    query: fields,
    run: ({ account, params, query, scopes }) => {
      const person = isMine(account, params.id) ? account : memberBy(params.id!);
      if (!person) throw notFound();
      const withMail = person === account && (scopes.has('read:member:trello') || scopes.has('account'));
      return masked(memberView(person, withMail), query.fields);
    },
  }),
  defineMethod({
    id: 'get-members-id-boards',
    http: 'GET',
    path: '/members/{id}/boards',
    scopes: reads,
    query: z.strictObject({
      filter: z.enum(['all', 'open', 'closed', 'members']).optional(),
      fields: q.text(),
      lists: z.enum(['all', 'open', 'closed', 'none']).optional(),
    }),
    run: ({ account, params, query }) => {
      if (!isMine(account, params.id)) throw notFound();
      const state = trelloState(kit);
      const boards = query.filter === 'closed' ? [] : boardsOf(state, account);
      const lists = (id: string) => state.lists.filter(({ idBoard }) => idBoard === id).map(listView);
      const withLists = query.lists === 'open' || query.lists === 'all';
      return boards.map((board) =>
        masked({ ...boardView(board), ...(withLists && { lists: lists(board.id) }) }, query.fields),
      );
    },
  }),
  defineMethod({
    id: 'get-members-id-cards',
    http: 'GET',
    path: '/members/{id}/cards',
    scopes: reads,
    query: z.strictObject({ filter: z.enum(['all', 'open', 'closed', 'visible']).optional() }),
    run: ({ account, params, query: { filter = 'visible' } }) => {
      if (!isMine(account, params.id)) throw notFound();
      const own = trelloState(kit).cards.filter(({ idMembers }) => idMembers.includes(account.id));
      return own.filter(({ closed }) => filter === 'all' || closed === (filter === 'closed')).map(cardView);
    },
  }),
  defineMethod({
    id: 'get-boards-id',
    http: 'GET',
    path: '/boards/{id}',
    scopes: reads,
    query: fields,
    run: ({ account, params, query }) =>
      masked(boardView(boardBy(trelloState(kit), account, params.id!)), query.fields),
  }),
  defineMethod({
    id: 'get-boards-id-lists',
    http: 'GET',
    path: '/boards/{id}/lists',
    scopes: reads,
    query: z.strictObject({ filter: z.enum(['all', 'open', 'closed', 'none']).optional(), fields: q.text() }),
    run: ({ account, params, query: { filter = 'open', fields: wanted } }) => {
      const state = trelloState(kit);
      const { id } = boardBy(state, account, params.id!);
      const lists = ['open', 'all'].includes(filter) ? state.lists.filter(({ idBoard }) => idBoard === id) : [];
      return lists.map((list) => masked(listView(list), wanted));
    },
  }),
  defineMethod({
    id: 'get-boards-id-members',
    http: 'GET',
    path: '/boards/{id}/members',
    scopes: reads,
    run: ({ account, params }) =>
      boardBy(trelloState(kit), account, params.id!).memberIds.map((id) => memberView(memberBy(id)!, false)),
  }),
  defineMethod({
    id: 'get-boards-id-cards',
    http: 'GET',
    path: '/boards/{id}/cards',
    scopes: reads,
    run: ({ account, params }) => {
      const state = trelloState(kit);
      const { id } = boardBy(state, account, params.id!);
      return byPlace(state.cards.filter(({ idBoard, closed }) => idBoard === id && !closed)).map(cardView);
    },
  }),
  defineMethod({
    id: 'get-lists-id',
    http: 'GET',
    path: '/lists/{id}',
    scopes: reads,
    query: fields,
    run: ({ account, params, query }) => masked(listView(listBy(trelloState(kit), account, params.id!)), query.fields),
  }),
  defineMethod({
    id: 'get-lists-id-cards',
    http: 'GET',
    path: '/lists/{id}/cards',
    scopes: reads,
    run: ({ account, params }) => {
      const state = trelloState(kit);
      const { id } = listBy(state, account, params.id!);
      return byPlace(state.cards.filter(({ idList, closed }) => idList === id && !closed)).map(cardView);
    },
  }),
  defineMethod({
    id: 'get-search',
    http: 'GET',
    path: '/search',
    scopes: reads,
    query: z.strictObject({
      query: z.string().min(1).max(16_384),
      modelTypes: z.literal('cards').optional(),
      card_fields: q.text(),
      card_list: q.bool(),
      cards_limit: q.int(1, 1000),
      cards_page: q.int(0, 100),
      partial: q.bool(),
    }),
    run: ({ account, query: { query, card_fields, card_list, cards_limit = 10, cards_page = 0 } }) => {
      const state = trelloState(kit);
      const own = new Set(boardsOf(state, account).map(({ id }) => id));
      const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
      const words = terms.filter((term) => !/^is:\w+$/.test(term));
      const found = state.cards.filter(
        (card) =>
          own.has(card.idBoard) &&
          (!terms.includes('is:open') || !card.closed) &&
          (!terms.includes('is:archived') || card.closed) &&
          words.every((word) => `${card.name} ${card.desc}`.toLowerCase().includes(word)),
      );
      const page = found.slice(cards_page * cards_limit, (cards_page + 1) * cards_limit);
      const view = (card: Card) => masked(card_list ? withList(state, card) : cardView(card), card_fields);
      return { options: { terms: [{ text: query }], modelTypes: ['cards'], partial: true }, cards: page.map(view) };
    },
  }),
];

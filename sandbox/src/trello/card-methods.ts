import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import { boardBy, cardBy, checkId, defineMethod, listBy, reads, writes } from './access.ts';
import { invalid } from './errors.ts';
import { memberBy, type Member } from './people.ts';
import { newId, placeIn, trelloState, type Card } from './state.ts';
import { cardView, commentView, masked, memberView, withList } from './view.ts';

const id = z.string().regex(/^[0-9a-f]{24}$/);
const pos = z.union([z.enum(['top', 'bottom']), z.number().nonnegative()]);
/** A day, or an instant. */
const due = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const name = z.string().trim().min(1).max(16_384);
const desc = z.string().max(16_384);
const perPage = 50;

const changed = (kit: SandboxKit, card: Card): void => {
  card.changedAt = new Date(kit.clock()).toISOString();
  kit.store.changed();
};
const instantOf = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());

/** @throws {Refusal} 400 for who is not on the board. */
function checkMembers(kit: SandboxKit, person: Member, board: string, ids: readonly string[]): void {
  const { memberIds } = boardBy(trelloState(kit), person, board);
  if (ids.some((one) => !memberIds.includes(one))) throw invalid('invalid value for idMembers');
}

/** Cards: reading, adding, changing, deleting, who is on them and what is said. */
export const cardMethods = (kit: SandboxKit): ApiMethod<Member>[] => [
  defineMethod({
    id: 'post-cards',
    http: 'POST',
    path: '/cards',
    scopes: writes,
    body: z.strictObject({
      idList: id,
      name,
      desc: desc.optional(),
      due: due.nullable().optional(),
      pos: pos.optional(),
      idMembers: z.array(id).optional(),
    }),
    accepts: ['json', 'form'],
    run: ({ account, body }) => {
      const state = trelloState(kit);
      const { id: idList, idBoard } = listBy(state, account, body.idList);
      checkMembers(kit, account, idBoard, body.idMembers ?? []);
      const card: Card = {
        id: newId(kit),
        idShort: state.cards.filter((one) => one.idBoard === idBoard).length + 1,
        idBoard,
        idList,
        name: body.name,
        desc: body.desc ?? '',
        due: instantOf(body.due ?? null),
        dueComplete: false,
        closed: false,
        idMembers: [...new Set(body.idMembers)],
        pos: placeIn(state, idList, body.pos ?? 'bottom'),
        changedAt: new Date(kit.clock()).toISOString(),
        checklists: [],
        comments: [],
      };
      state.cards.push(card);
      return cardView(card);
    },
  }),
  defineMethod({
    id: 'get-cards-id',
    http: 'GET',
    path: '/cards/{id}',
    scopes: reads,
    query: z.strictObject({ fields: q.text(), list: q.bool() }),
    run: ({ account, params, query }) => {
      const state = trelloState(kit);
      const card = cardBy(state, account, params.id!);
      return masked(query.list ? withList(state, card) : cardView(card), query.fields);
    },
  }),
  defineMethod({
    id: 'put-cards-id',
    http: 'PUT',
    path: '/cards/{id}',
    scopes: writes,
    body: z.strictObject({
      name: name.optional(),
      desc: desc.optional(),
      due: due.nullable().optional(),
      dueComplete: z.boolean().optional(),
      closed: z.boolean().optional(),
      idList: id.optional(),
      idBoard: id.optional(),
      pos: pos.optional(),
    }),
    accepts: ['json', 'form'],
    run: ({ account, params, body: { pos: place, due: until, ...plain } }) => {
      const state = trelloState(kit);
      const card = cardBy(state, account, params.id!);
      const list = plain.idList === undefined ? undefined : listBy(state, account, plain.idList);
      if (list && list.idBoard !== (plain.idBoard ?? card.idBoard)) throw invalid('invalid value for idList');
      if (plain.idBoard !== undefined) boardBy(state, account, plain.idBoard);
      if (place !== undefined) card.pos = placeIn(state, plain.idList ?? card.idList, place);
      Object.assign(card, plain, until === undefined ? {} : { due: instantOf(until) });
      changed(kit, card);
      return cardView(card);
    },
  }),
  defineMethod({
    id: 'delete-cards-id',
    http: 'DELETE',
    path: '/cards/{id}',
    scopes: writes,
    run: ({ account, params }) => {
      const state = trelloState(kit);
      const gone = cardBy(state, account, params.id!);
      state.cards = state.cards.filter((card) => card !== gone);
      kit.store.changed();
      return { limits: {} };
    },
  }),
  defineMethod({
    id: 'post-cards-id-idmembers',
    http: 'POST',
    path: '/cards/{id}/idMembers',
    scopes: writes,
    body: z.strictObject({ value: id }),
    accepts: ['json', 'form'],
    run: ({ account, params, body: { value } }) => {
      const card = cardBy(trelloState(kit), account, params.id!);
      checkMembers(kit, account, card.idBoard, [value]);
      if (card.idMembers.includes(value)) throw invalid('member is already on the card');
      card.idMembers.push(value);
      changed(kit, card);
      return card.idMembers.map((one) => memberView(memberBy(one)!, false));
    },
  }),
  defineMethod({
    id: 'delete-id-idmembers-idmember',
    http: 'DELETE',
    path: '/cards/{id}/idMembers/{idMember}',
    scopes: writes,
    run: ({ account, params }) => {
      const card = cardBy(trelloState(kit), account, params.id!);
      checkId(params.idMember!);
      if (!card.idMembers.includes(params.idMember!)) throw invalid('member is not on the card');
      card.idMembers = card.idMembers.filter((one) => one !== params.idMember);
      changed(kit, card);
      return card.idMembers.map((one) => memberView(memberBy(one)!, false));
    },
  }),
  defineMethod({
    id: 'get-cards-id-actions',
    http: 'GET',
    path: '/cards/{id}/actions',
    scopes: reads,
    query: z.strictObject({ filter: z.literal('commentCard').optional(), page: q.int(0, 19) }),
    run: ({ account, params, query: { page = 0 } }) => {
      const card = cardBy(trelloState(kit), account, params.id!);
      const newest = card.comments.toSorted((a, b) => b.date.localeCompare(a.date));
      return newest.slice(page * perPage, (page + 1) * perPage).map((comment) => commentView(card, comment));
    },
  }),
  defineMethod({
    id: 'post-cards-id-actions-comments',
    http: 'POST',
    path: '/cards/{id}/actions/comments',
    scopes: writes,
    body: z.strictObject({ text: z.string().min(1).max(16_384) }),
    accepts: ['json', 'form'],
    run: ({ account, params, body: { text } }) => {
      const card = cardBy(trelloState(kit), account, params.id!);
      const comment = { id: newId(kit), by: account.id, text, date: new Date(kit.clock()).toISOString() };
      card.comments.push(comment);
      return commentView(card, comment);
    },
  }),
  defineMethod({
    id: 'delete-cards-id-actions-id-comments',
    http: 'DELETE',
    path: '/cards/{id}/actions/{idAction}/comments',
    scopes: writes,
    run: ({ account, params }) => {
      const card = cardBy(trelloState(kit), account, params.id!);
      const comment = card.comments.find((one) => one.id === params.idAction);
      if (comment?.by !== account.id) throw invalid('invalid id');
      card.comments = card.comments.filter((one) => one !== comment);
      kit.store.changed();
      return { _value: null };
    },
  }),
];

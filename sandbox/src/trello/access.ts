import { methodsFor } from '../kit/api.ts';
import { notFound, invalid } from './errors.ts';
import type { Member } from './people.ts';
import { shortLinkOf } from './view.ts';
import type { Board, Card, Checklist, List, TrelloState } from './state.ts';

/** Declares one method of Trello's API. */
export const defineMethod = methodsFor<Member>();

/** A scope of Atlassian's, or the older one. */
export const reads = ['read:board:trello', 'read'];
export const writes = ['write:board:trello', 'write'];
export const readsMember = ['read:member:trello', 'read'];

/** @throws {Refusal} 400 for what is no id, as Trello tells it. */
export function checkId(id: string): void {
  if (!/^(?:[0-9a-f]{24}|[0-9A-Za-z]{8})$/.test(id)) throw invalid('invalid id');
}

/** A board that the person is on. @throws {Refusal} 400 or 404. */
export function boardBy({ boards }: TrelloState, person: Member, id: string): Board {
  checkId(id);
  const board = boards.find((one) => one.id === id || one.id.endsWith(id));
  if (!board?.memberIds.includes(person.id)) throw notFound();
  return board;
}

/** @throws {Refusal} 400 or 404. */
export function listBy(state: TrelloState, person: Member, id: string): List {
  checkId(id);
  const list = state.lists.find((one) => one.id === id);
  if (!list) throw notFound();
  boardBy(state, person, list.idBoard);
  return list;
}

/** A card by its id or its short one. @throws {Refusal} 400 or 404. */
export function cardBy(state: TrelloState, person: Member, id: string): Card {
  checkId(id);
  const card = state.cards.find((one) => one.id === id || shortLinkOf(one) === id);
  if (!card) throw notFound();
  boardBy(state, person, card.idBoard);
  return card;
}

/** @throws {Refusal} 400 or 404. */
export function checklistBy(state: TrelloState, person: Member, id: string): { card: Card; checklist: Checklist } {
  checkId(id);
  const card = state.cards.find(({ checklists }) => checklists.some((one) => one.id === id));
  if (!card) throw notFound();
  return { card: cardBy(state, person, card.id), checklist: card.checklists.find((one) => one.id === id)! };
}

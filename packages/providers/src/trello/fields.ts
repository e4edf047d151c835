import { picked } from '@switchboard/provider-kit';
import { z } from 'zod';

const shape = /^[0-9A-Za-z]{8,24}$/;
const wrong = 'That is no id of Trello.';

export const cardId = picked({ action: 'trello.search_cards', items: 'tasks' }).regex(shape, wrong).describe('Card');
export const listId = picked({ action: 'trello.list_lists', items: 'lists' }).regex(shape, wrong).describe('List');
export const boardId = picked({ action: 'trello.list_boards', items: 'boards' }).regex(shape, wrong).describe('Board');
export const memberId = picked({ action: 'trello.list_members', items: 'members', label: 'name' })
  .regex(shape, wrong)
  .describe('Person');
export const checklistId = z.string().regex(shape, wrong).describe('Checklist');
/** Of the card that the form names. */
export const itemId = picked({ action: 'trello.read_card', items: 'checklists.items', given: { cardId: 'cardId' } })
  .regex(shape, wrong)
  .describe('Item of a checklist');

/** Noon of a day, so that it is the same day almost everywhere. */
export const dueAt = (dueOn: string): string => `${dueOn}T12:00:00.000Z`;

/** Clocks of two machines may differ by so much. */
const skewMs = 60_000;

/** True for what was made since the run began: an id of Trello's begins with the second it was made in. */
export const madeSince = (now: Date, id: string): boolean =>
  Number.parseInt(id.slice(0, 8), 16) * 1000 >= now.getTime() - skewMs;

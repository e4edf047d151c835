import type { AnyAction } from '@switchboard/provider-kit';
import { addCheckItem } from './actions/add-check-item.ts';
import { addChecklist } from './actions/add-checklist.ts';
import { archiveCard } from './actions/archive-card.ts';
import { assignCard } from './actions/assign-card.ts';
import { commentOnCard } from './actions/comment-on-card.ts';
import { completeCard } from './actions/complete-card.ts';
import { createCard } from './actions/create-card.ts';
import { deleteCard } from './actions/delete-card.ts';
import { listBoards } from './actions/list-boards.ts';
import { listComments } from './actions/list-comments.ts';
import { listLists } from './actions/list-lists.ts';
import { listMembers } from './actions/list-members.ts';
import { moveCard } from './actions/move-card.ts';
import { readCard } from './actions/read-card.ts';
import { reopenCard } from './actions/reopen-card.ts';
import { restoreCard } from './actions/restore-card.ts';
import { searchCards } from './actions/search-cards.ts';
import { tickItem } from './actions/tick-item.ts';
import { unassignCard } from './actions/unassign-card.ts';
import { updateCard } from './actions/update-card.ts';

/** Every action of Trello's, in the order the catalogue shows them. */
export const actions: readonly AnyAction[] = [
  listBoards,
  listLists,
  listMembers,
  searchCards,
  readCard,
  createCard,
  updateCard,
  moveCard,
  completeCard,
  reopenCard,
  archiveCard,
  restoreCard,
  deleteCard,
  assignCard,
  unassignCard,
  listComments,
  commentOnCard,
  addChecklist,
  addCheckItem,
  tickItem,
];

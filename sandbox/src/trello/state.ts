import type { SandboxKit } from '../kit/world.ts';
import { dayFrom, momentAgo, projects, stages, type SeedProject, type SeedTask } from '../seed/projects.ts';
import { memberBy } from './people.ts';

export interface CheckItem {
  readonly id: string;
  name: string;
  state: 'complete' | 'incomplete';
}

export interface Checklist {
  readonly id: string;
  readonly idCard: string;
  name: string;
  items: CheckItem[];
}

export interface Comment {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly date: string;
}

export interface Card {
  readonly id: string;
  readonly idShort: number;
  idBoard: string;
  idList: string;
  name: string;
  desc: string;
  due: string | null;
  dueComplete: boolean;
  closed: boolean;
  idMembers: string[];
  pos: number;
  changedAt: string;
  checklists: Checklist[];
  comments: Comment[];
}

export interface List {
  readonly id: string;
  readonly idBoard: string;
  readonly name: string;
  readonly pos: number;
}

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly desc: string;
  readonly memberIds: readonly string[];
}

export interface TrelloState {
  nextId: number;
  readonly boards: readonly Board[];
  readonly lists: readonly List[];
  cards: Card[];
}

const gap = 16_384;
const two = (number: number): string => String(number).padStart(2, '0');
/** Ids of the seed: the letter says what it is, the figures which. */
const seedId = (letter: string, figures: string): string => `6500000000000000000${letter}${figures}`;

export const trelloState = (kit: SandboxKit): TrelloState => kit.store.part('trello', () => seeded(kit.clock()));

/** Boards b0001 to b0004, lists d0101 and on, cards c0101 and on: the board's number first. */
function seeded(now: number): TrelloState {
  const boards = projects.map(({ title, about, members }, at) => ({
    id: seedId('b', `00${two(at + 1)}`),
    name: title,
    desc: about,
    memberIds: members.map((email) => memberBy(email)!.id),
  }));
  const lists = boards.flatMap(({ id: idBoard }, at) =>
    stages.map((name, column) => ({
      id: seedId('d', `${two(at + 1)}${two(column + 1)}`),
      idBoard,
      name,
      pos: (column + 1) * gap,
    })),
  );
  const cards = projects.flatMap((project, at) =>
    project.tasks.map((task, which) => cardOf(project, task, { board: at + 1, card: which + 1, now })),
  );
  return { nextId: 1, boards, lists, cards };
}

interface Place {
  readonly board: number;
  readonly card: number;
  readonly now: number;
}

function cardOf(_project: SeedProject, task: SeedTask, { board, card, now }: Place): Card {
  const id = seedId('c', `${two(board)}${two(card)}`);
  const column = stages.indexOf(task.stage) + 1;
  const items = (task.steps ?? []).map(({ title, done }, at): CheckItem => ({
    id: `650000000000000000f${board}${two(card)}${two(at + 1)}`,
    name: title,
    state: done ? 'complete' : 'incomplete',
  }));
  const comments = (task.comments ?? []).map(({ by, daysAgo, text }, at): Comment => ({
    id: `650000000000000000ac${two(board)}${card}${at + 1}`.padEnd(24, '0'),
    by: memberBy(by)!.id,
    text,
    date: momentAgo(now, daysAgo, 9 + at),
  }));
  return {
    id,
    idShort: card,
    idBoard: seedId('b', `00${two(board)}`),
    idList: seedId('d', `${two(board)}${two(column)}`),
    name: task.title,
    desc: task.notes ?? '',
    due: task.dueInDays === undefined ? null : `${dayFrom(now, task.dueInDays)}T12:00:00.000Z`,
    dueComplete: task.stage === 'Done',
    closed: task.key === 'chicago',
    idMembers: task.assignee ? [memberBy(task.assignee)!.id] : [],
    pos: card * gap,
    changedAt: momentAgo(now, task.doneDaysAgo ?? 1),
    checklists:
      items.length > 0 ? [{ id: seedId('e', `${two(board)}${two(card)}`), idCard: id, name: 'Steps', items }] : [],
    comments,
  };
}

/** Ids begin with the second they were made in, as Trello's do. */
export function newId(kit: SandboxKit): string {
  const state = trelloState(kit);
  const seconds = Math.floor(kit.clock() / 1000)
    .toString(16)
    .padStart(8, '0');
  kit.store.changed();
  return seconds + (state.nextId++).toString(16).padStart(16, '0');
}

/** Where a card comes to lie at the top or bottom of a list, or at a place of its own. */
export function placeIn({ cards }: TrelloState, idList: string, pos: 'top' | 'bottom' | number): number {
  if (typeof pos === 'number') return pos;
  const all = cards.filter((card) => card.idList === idList).map((card) => card.pos);
  if (all.length === 0) return gap;
  return pos === 'top' ? Math.min(...all) / 2 : Math.max(...all) + gap;
}

import type { Member } from './people.ts';
import { memberBy } from './people.ts';
import type { Board, Card, Checklist, Comment, List, TrelloState } from './state.ts';

/** The first eight characters stand for a card in addresses. */
export const shortLinkOf = ({ id }: Pick<Card, 'id'>): string => `T${id.slice(-7)}`;

export const memberView = ({ id, name: fullName, username, email }: Member, withMail: boolean) => ({
  id,
  fullName,
  username,
  initials: fullName
    .split(' ')
    .map(([first]) => first)
    .join(''),
  url: `https://trello.com/${username}`,
  memberType: 'normal',
  confirmed: true,
  ...(withMail && { email }),
});

export const boardView = ({ id, name, desc }: Board) => ({
  id,
  name,
  desc,
  closed: false,
  pinned: false,
  url: `https://trello.com/b/${id.slice(-8)}`,
  shortUrl: `https://trello.com/b/${id.slice(-8)}`,
});

export const listView = ({ id, name, idBoard, pos }: List) => ({ id, name, closed: false, idBoard, pos });

export const cardView = (card: Card) => ({
  id: card.id,
  name: card.name,
  desc: card.desc,
  due: card.due,
  dueComplete: card.dueComplete,
  closed: card.closed,
  dateLastActivity: card.changedAt,
  idBoard: card.idBoard,
  idList: card.idList,
  idMembers: card.idMembers,
  idLabels: [],
  idChecklists: card.checklists.map(({ id }) => id),
  idShort: card.idShort,
  pos: card.pos,
  shortLink: shortLinkOf(card),
  shortUrl: `https://trello.com/c/${shortLinkOf(card)}`,
  url: `https://trello.com/c/${shortLinkOf(card)}`,
  subscribed: false,
});

/** A card with the list it lies in. */
export const withList = ({ lists }: TrelloState, card: Card) => ({
  ...cardView(card),
  list: listView(lists.find(({ id }) => id === card.idList)!),
});

export const checklistView = ({ id, idCard, name, items }: Checklist, { idBoard }: Pick<Card, 'idBoard'>) => ({
  id,
  idBoard,
  idCard,
  name,
  pos: 16_384,
  checkItems: items.map((item, at) => ({ ...item, idChecklist: id, nameData: null, pos: (at + 1) * 16_384 })),
});

export const commentView = (card: Card, { id, by, text, date }: Comment) => ({
  id,
  idMemberCreator: by,
  type: 'commentCard',
  date,
  data: { text, card: { id: card.id, name: card.name, idShort: card.idShort, shortLink: shortLinkOf(card) } },
  memberCreator: memberView(memberBy(by)!, false),
});

/** Only the members asked for; `id` comes always. */
export function masked(value: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  if (fields === undefined || fields === 'all') return value;
  const names = new Set(['id', 'list', 'lists', ...fields.split(',')]);
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}

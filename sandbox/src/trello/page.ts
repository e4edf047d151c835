import { html, type Html } from '../kit/html.ts';
import { memberBy, type Member } from './people.ts';
import type { Card, TrelloState } from './state.ts';

/** The boards a person is on with their cards, for people. */
export const boardsPage = (state: TrelloState, person: Member): Html =>
  html`${state.boards
    .filter(({ memberIds }) => memberIds.includes(person.id))
    .map(
      (board) =>
        html`<section class="card" aria-labelledby="board-${board.id}">
          <h2 id="board-${board.id}">${board.name}</h2>
          <p class="soft">${board.desc}</p>
          <div class="columns">
            ${state.lists
              .filter(({ idBoard }) => idBoard === board.id)
              .map(({ id, name }) =>
                listView(
                  name,
                  state.cards.filter(({ idList, closed }) => idList === id && !closed),
                ),
              )}
            ${listView(
              'Archive',
              state.cards.filter(({ idBoard, closed }) => idBoard === board.id && closed),
            )}
          </div>
        </section>`,
    )}`;

const listView = (name: string, cards: readonly Card[]): Html =>
  html`<div>
    <h3>${name}</h3>
    <ul>
      ${cards.toSorted((a, b) => a.pos - b.pos).map(cardRow)}
    </ul>
  </div>`;

const cardRow = (card: Card): Html =>
  html`<li class="item">
    <strong>${card.dueComplete && '✓ '}${card.name}</strong>
    <div class="soft">
      ${card.idMembers.map((id) => memberBy(id)!.name).join(', ')}${card.due && ` · due ${card.due.slice(0, 10)}`}
    </div>
    ${card.desc && html`<div class="soft">${card.desc}</div>`}
    ${card.checklists.map(
      ({ name, items }) =>
        html`<div class="soft">
          ${name}: ${items.map((item) => `${item.state === 'complete' ? '☑' : '☐'} ${item.name}`).join(' ')}
        </div>`,
    )}
    ${card.comments.map(({ by, text }) => html`<div class="soft">${memberBy(by)!.name}: ${text}</div>`)}
  </li>`;

import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import { users, type NotionUser } from './accounts.ts';
import { isShared } from './api.ts';
import { titleOf } from './render.ts';
import { notionState, type NotionState, type StoredPage, type StoredValue } from './state.ts';

/** The pages that an account shared with the app, with their text and comments, and the databases with their rows. */
export function accountView(kit: SandboxKit, account: NotionUser): Html {
  const state = notionState(kit);
  const pages = Object.values(state.pages).filter((page) => isShared(state, account, page));
  const isRow = ({ parent }: StoredPage): boolean => parent !== undefined && 'source' in parent;
  return html`<div class="columns">
    ${pages.filter((page) => !isRow(page)).map((page) => pageView(state, page))}
    ${Object.values(state.databases).map(
      ({ id, title }) =>
        html`<section class="card" aria-label="${title}">
          <h2>${title}</h2>
          <ul>
            ${pages
              .filter(({ parent }) => parent && 'source' in parent && parent.source === id)
              .map((page) => rowView(state, page))}
          </ul>
        </section>`,
    )}
  </div>`;
}

const linesOf = (state: NotionState, id: string): Html[] =>
  state.blocks
    .filter(({ parent, inTrash }) => parent === id && !inTrash)
    .map(
      ({ id: own, text }) =>
        html`<li class="item">
          ${text}
          <ul>
            ${linesOf(state, own)}
          </ul>
        </li>`,
    );

const commentsOf = (state: NotionState, id: string): Html[] =>
  state.comments
    .filter(({ page }) => page === id)
    .map(({ by, text }) => html`<div class="soft">${nameOf(by)}: ${text}</div>`);

const nameOf = (id: string): string => users.find((user) => user.id === id)?.name ?? 'Switchboard';

const pageView = (state: NotionState, page: StoredPage): Html =>
  html`<section class="card" aria-label="${titleOf(state, page)}">
    <h2>${titleOf(state, page)}</h2>
    ${page.inTrash && html`<p class="soft">In the trash</p>`}
    <ul>
      ${linesOf(state, page.id)}
    </ul>
    ${commentsOf(state, page.id)}
  </section>`;

const rowView = (state: NotionState, page: StoredPage): Html =>
  html`<li class="item">
    <strong>${titleOf(state, page)}</strong>
    <div class="soft">
      ${page.inTrash && 'in the trash · '}${Object.values(page.values).slice(1).map(shown).filter(Boolean).join(' · ')}
    </div>
    ${commentsOf(state, page.id)}
  </li>`;

function shown(value: StoredValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly string[]).map(nameOf).join(', ');
  return typeof value === 'object' ? (value as { start: string }).start : String(value);
}

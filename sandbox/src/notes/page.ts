import { html, type Html } from '../kit/html.ts';
import type { Notebook } from './model.ts';

/** The notes of one writer, for people. */
export const notesPage = ({ notes }: Notebook): Html =>
  html`<section class="card">
    <h2>Notes</h2>
    <ul>
      ${notes.map(
        ({ title, text }) =>
          html`<li class="item">
            <strong>${title}</strong>
            <pre>${text}</pre>
          </li>`,
      )}
    </ul>
  </section>`;

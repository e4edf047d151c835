import { html, type Html } from './html.ts';

/** Everything an account holds, folded until a person opens it, so that each effect is seen somewhere. */
export const holding = (state: unknown): Html =>
  html`<details class="card">
    <summary>Everything this account holds</summary>
    ${shown(state)}
  </details>`;

/** A plain value as nested lists; what is empty is said in a word. */
function shown(value: unknown): Html {
  if (Array.isArray(value) && value.length > 0)
    return html`<ol>
      ${value.map((item) => html`<li>${shown(item)}</li>`)}
    </ol>`;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return html`<dl>
      ${Object.entries(value).map(([name, member]) => [html`<dt>${name}</dt>`, html`<dd>${shown(member)}</dd>`])}
    </dl>`;
  return html`${typeof value === 'object' || value === undefined || value === '' ? 'nothing' : String(value)}`;
}

import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { DropboxAccount } from './accounts.ts';
import { boxOf } from './boxes.ts';
import type { Box, Entry } from './state.ts';
import { below, entryAt, nameOf, newest } from './tree.ts';

const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`);

function row(box: Box, entry: Entry): Html {
  const revision = newest(entry);
  if (!revision) {
    return html`<li class="item">
      <strong>${nameOf(entry.path)}/</strong>
      <ul>
        ${below(box, entry.path, false).map((one) => row(box, one))}
      </ul>
    </li>`;
  }
  const shared = box.links.some(({ id }) => id === entry.id);
  return html`<li class="item">
    ${nameOf(entry.path)}
    <div class="soft">
      ${sizeOf(revision.size)} · ${revision.serverModified} · version
      ${entry.revisions!.length}${shared && ' · shared by link'}
    </div>
  </li>`;
}

/** What an account holds, for people: its folders with their files, and what is shared. */
export function accountPage(kit: SandboxKit, account: DropboxAccount): Html {
  const box = boxOf(kit, account);
  const links = box.links.flatMap(({ url, id }) => {
    const entry = entryAt(box, id);
    return entry ? [{ url, name: nameOf(entry.path) }] : [];
  });
  return html`<div class="columns">
    <section class="card" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <ul>
        ${below(box, '', false).map((entry) => row(box, entry))}
      </ul>
    </section>
    <section class="card" aria-labelledby="links">
      <h2 id="links">Shared links</h2>
      <ul>
        ${links.map(
          ({ url, name }) =>
            html`<li class="item">
              <strong>${name}</strong>
              <div class="soft">${url}</div>
            </li>`,
        )}
      </ul>
      ${links.length === 0 && html`<p class="soft">Nothing is shared.</p>`}
    </section>
  </div>`;
}

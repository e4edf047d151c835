import { html, type Html } from '../kit/html.ts';
import { childrenOf, topFolder, type Drive, type Item } from './state.ts';

/** The folders and files of an account for people, and what lies in its bin. */
export function drivePage(drive: Drive): Html {
  const binned = Object.values(drive.items).filter(({ trashedAt }) => trashedAt !== undefined);
  return html`<div class="columns">
    <section class="card" aria-labelledby="files">
      <h2 id="files">Files</h2>
      ${folderView(drive, topFolder)}
    </section>
    <section class="card" aria-labelledby="bin">
      <h2 id="bin">Bin</h2>
      ${
        binned.length === 0
          ? html`<p class="soft">Nothing.</p>`
          : html`<ul>
              ${binned.map(row)}
            </ul>`
      }
    </section>
  </div>`;
}

function folderView(drive: Drive, id: string): Html {
  const items = childrenOf(drive, id);
  const folders = items.filter(({ type }) => type === 'folder');
  return html`<ul>
      ${items.filter(({ type }) => type === 'file').map(row)}
    </ul>
    ${folders.map(
      (folder) =>
        html`<h3>${folder.name}${shared(folder)}</h3>
          ${folderView(drive, folder.id)}`,
    )}`;
}

const shared = ({ sharedLink }: Item): string => (sharedLink ? ` · shared (${sharedLink.access})` : '');

const row = (item: Item): Html =>
  html`<li class="item">
    <strong>${item.name}</strong>
    <div class="soft">
      ${item.type === 'folder' ? 'folder' : `${item.size} bytes`}${shared(item)}${(item.versions ?? []).length > 0 && ` · ${item.versions!.length + 1} versions`}
    </div>
    ${(item.comments ?? []).map(({ by, text }) => html`<div class="soft">${by}: ${text}</div>`)}
  </li>`;

import { html, type Html } from '../../kit/html.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { childrenOf, driveOf, rootId, type Drive, type Item } from './state.ts';

/** The folders of an account with what is in them, for people. */
export function filesPage(kit: SandboxKit, account: MicrosoftAccount): Html {
  const drive = driveOf(kit, account);
  return html`<section class="card" aria-labelledby="onedrive">
    <h2 id="onedrive">OneDrive</h2>
    ${list(drive, rootId)}
  </section>`;
}

const list = (drive: Drive, folder: string): Html =>
  html`<ul>
    ${childrenOf(drive, folder).map((item) => html`<li class="item">${row(item)}${!item.content && list(drive, item.id)}</li>`)}
  </ul>`;

const row = ({ name, content, links }: Item): Html => {
  const facts = [content ? `${content.size} bytes` : 'folder', links.length > 0 && 'shared by link'].filter(Boolean);
  return html`<strong>${name}</strong> <span class="soft">${facts.join(' · ')}</span>`;
};

import { html, type Html } from '../kit/html.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GoogleAccount } from './accounts.ts';
import { roleOf } from './drive/access.ts';
import { folderType, type DriveState, type StoredFile } from './drive/model.ts';
import { driveState, rootOf } from './drive/state.ts';
import { keepState, type StoredNote } from './keep/state.ts';
import { workspaceAccounts } from './keep/workspace.ts';
import { listsOf, type StoredList } from './tasks/state.ts';

/** Task lists, files and notes of an account, for people. */
export const workView = (kit: SandboxKit, account: GoogleAccount): Html =>
  html`<div class="columns">
    <section class="card" aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      ${listsOf(kit, account).map(taskListView)}
    </section>
    <section class="card" aria-labelledby="files">
      <h2 id="files">Files</h2>
      ${filesView(driveState(kit), account)}
    </section>
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      ${notesView(kit, account)}
    </section>
  </div>`;

const taskListView = (list: StoredList): Html =>
  html`<h3>${list.title}</h3>
    <ul>
      ${list.tasks
        .filter(({ deleted }) => !deleted)
        .map(
          (task) =>
            html`<li class="item">
              <strong>${task.parent && '· '}${task.title || '(no title)'}</strong>
              <div class="soft">
                ${task.status === 'completed' ? 'done' : task.due ? `due ${task.due}` : 'open'}${task.notes && ` · ${task.notes}`}
              </div>
            </li>`,
        )}
    </ul>`;

/** The folders of the own Drive and of shared ones, each with what lies in it. */
function filesView(state: DriveState, account: GoogleAccount): Html {
  const tops = [rootOf(account.email), ...Object.keys(state.drives)].flatMap((id) => state.files[id] ?? []);
  const seen = tops.filter((file) => roleOf(state, file, account.email) !== undefined);
  return html`${seen.map((top) => folderView(state, top, top.driveId ? `${top.name} (shared drive)` : top.name))}`;
}

function folderView(state: DriveState, folder: StoredFile, path: string): Html {
  const inside = Object.values(state.files)
    .filter(({ parent }) => parent === folder.id)
    .sort((a, b) => a.name.localeCompare(b.name));
  const folders = inside.filter(({ mimeType }) => mimeType === folderType);
  return html`<h3>${path}${folder.trashed && ' (in the bin)'}</h3>
    <ul>
      ${inside.filter((file) => !folders.includes(file)).map(fileRow)}
    </ul>
    ${folders.map((one) => folderView(state, one, `${path} / ${one.name}`))}`;
}

const fileRow = (file: StoredFile): Html => {
  const others = file.permissions.filter(({ role }) => role !== 'owner');
  const shared = others.map((right) => `${right.emailAddress ?? 'anyone with the link'} (${right.role})`).join(', ');
  return html`<li class="item">
    <strong>${file.name}</strong>
    <div class="soft">
      ${file.size === undefined ? file.mimeType.split('.').at(-1) : `${file.size} bytes`}${file.byApp && ' · made by an app'}${file.trashed && ' · in the bin'}${shared && ` · shared with ${shared}`}
    </div>
  </li>`;
};

function notesView(kit: SandboxKit, account: GoogleAccount): Html {
  const person = workspaceAccounts.find(({ ownerId }) => ownerId === account.id)!;
  return html`<p class="soft">Of ${person.email}, in the studio's Workspace</p>
    <ul>
      ${(keepState(kit).notes[person.id] ?? []).map(
        (note) =>
          html`<li class="item">
            <strong>${note.title || '(no title)'}</strong>
            <div class="soft">${textOf(note)}${note.trashTime && ' · in the bin'}</div>
          </li>`,
      )}
    </ul>`;
}

const textOf = ({ text, items = [] }: StoredNote): string =>
  text ?? items.map((item) => `${item.checked ? '☑' : '☐'} ${item.text}`).join(' ');

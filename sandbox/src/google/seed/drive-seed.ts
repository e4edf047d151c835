import { createHash } from 'node:crypto';
import { note, type SeedFile } from '../../seed/files.ts';
import { studioFiles, studioFolders } from '../../seed/folders.ts';
import { momentAgo } from '../../seed/projects.ts';
import { googleAccounts } from '../accounts.ts';
import { folderType, type DriveState, type StoredFile } from '../drive/model.ts';

const ada = 'ada.marsh.demo@gmail.com';
const jonas = 'jonas.weld.demo@gmail.com';
const driveId = 'drive-fernhill';
const editor = (kind: string): string => `application/vnd.google-apps.${kind}`;
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
const folderId = (path: readonly string[], root: string): string =>
  path.length > 0 ? `folder-${slug(path.join(' '))}` : root;

type Plan = Pick<StoredFile, 'id' | 'name' | 'mimeType'> &
  Partial<StoredFile> & { readonly daysAgo: number; readonly by: string; readonly bytes?: Buffer };

/** Texts that only Google's editors keep. */
const documents: readonly Plan[] = [
  { id: 'doc-tracking-copy', name: 'Tracking page copy', mimeType: editor('document'), parent: 'folder-harborline', by: ada, daysAgo: 2, text: '# Where is my container?\nType its number. We show the port, the berth and the hour.\nNo account needed.' },
  { id: 'sheet-budget', name: 'Studio budget', mimeType: editor('spreadsheet'), parent: 'folder-studio', by: ada, daysAgo: 5, text: 'month,income,costs\nOctober,41200,38650\nNovember,44800,39100' },
  { id: 'slides-open-evening', name: 'Open evening slides', mimeType: editor('presentation'), parent: 'folder-studio', by: ada, daysAgo: 7, text: 'Welcome to Fernhill Studio\nThree projects, three minutes each\nFood is downstairs' },
]; // prettier-ignore

/** What the hub itself put there, so that `drive.file` has something to see. */
const ofTheHub = (root: string): readonly Plan[] => [
  { id: 'folder-hub', name: 'From the hub', mimeType: folderType, parent: root, by: ada, daysAgo: 9, byApp: true },
  { ...plain(note('Hub notes.txt', 'Notes that the hub wrote down.\n')), id: 'file-hub-notes', parent: root, by: ada, daysAgo: 8, byApp: true },
  { ...plain(note('Hub list.txt', 'Sixty chairs, two microphones.\n')), id: 'file-hub-list', parent: 'folder-hub', by: ada, daysAgo: 7, byApp: true },
  { ...plain(note('Hub draft.txt', 'A first draft.\n')), id: 'file-hub-draft', parent: 'folder-hub', by: ada, daysAgo: 6, byApp: true, trashed: true },
]; // prettier-ignore

const shared: readonly Plan[] = [
  { id: driveId, name: 'Fernhill Studio', mimeType: folderType, driveId, by: jonas, daysAgo: 300 },
  { id: 'folder-brand', name: 'Brand', mimeType: folderType, parent: driveId, driveId, by: jonas, daysAgo: 200 },
  { ...plain(note('Brand guide.txt', 'Green, generous margins, no shouting.\n')), id: 'file-brand-guide', parent: 'folder-brand', driveId, by: jonas, daysAgo: 150 },
]; // prettier-ignore

function plain({ name, type, bytes }: SeedFile): Pick<Plan, 'name' | 'mimeType' | 'bytes'> {
  return { name, mimeType: type, bytes };
}

/** Ada's folders of customers, what the hub made, Jonas's own files, and a drive they share. */
export function seedDrive(now: number, keep: (bytes: Buffer) => string): DriveState {
  const roots = googleAccounts.map(({ email }): Plan => ({ id: `root-${email.split('.')[0]}`, name: 'My Drive', mimeType: folderType, by: email, daysAgo: 400 }));
  const root = roots[0]!.id;
  const folders = studioFolders().map((path): Plan => ({ id: folderId(path, root), name: path.at(-1)!, mimeType: folderType, parent: folderId(path.slice(0, -1), root), by: ada, daysAgo: 60 }));
  const files = studioFiles().map((file, at): Plan => ({ ...plain(file), id: `file-${slug(file.name) || at + 1}`, parent: folderId(file.folder, root), by: ada, daysAgo: file.daysAgo }));
  const ofJonas: Plan = { ...plain(note('Packing for Chicago.txt', 'Coat, adapter, hotel papers.\n')), id: 'file-chicago', parent: roots[1]!.id, by: jonas, daysAgo: 4 };
  const plans = [...roots, ...folders, ...files, ...documents, ...ofTheHub(root), ...shared, ofJonas];
  const stored = plans.map((plan) => storedFrom(plan, now, keep));
  const state: DriveState = {
    next: 1,
    files: Object.fromEntries(stored.map((file) => [file.id, file])),
    drives: { [driveId]: { id: driveId, name: 'Fernhill Studio', createdTime: momentAgo(now, 300), members: { [ada]: 'organizer', [jonas]: 'organizer' } } },
    sessions: {},
    generated: [],
    notices: [],
  };
  state.files['folder-studio']!.permissions.push({ id: googleAccounts[1]!.id, type: 'user', role: 'writer', emailAddress: jonas });
  return state;
} // prettier-ignore

function storedFrom({ daysAgo, by, bytes, ...plan }: Plan, now: number, keep: (bytes: Buffer) => string): StoredFile {
  const time = momentAgo(now, daysAgo);
  const owner = googleAccounts.find(({ email }) => email === by)!;
  return {
    createdBy: by,
    modifiedBy: by,
    createdTime: time,
    modifiedTime: time,
    starred: [],
    byApp: false,
    appProperties: {},
    properties: {},
    version: 1,
    ...plan,
    ...(plan.driveId
      ? { permissions: [] }
      : { owner: by, permissions: [{ id: owner.id, type: 'user', role: 'owner', emailAddress: by }] }),
    ...(bytes && {
      blob: keep(bytes),
      size: bytes.length,
      md5: createHash('md5').update(bytes).digest('hex'),
    }),
  };
}

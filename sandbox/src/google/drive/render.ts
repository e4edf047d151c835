import { accountBy } from '../accounts.ts';
import { personBy } from '../../seed/cast.ts';
import { pictureOf } from '../oauth/core.ts';
import { atLeast, isTrashed, roleOf, type Viewer } from './access.ts';
import {
  folderType,
  isEditorFile,
  type DriveState,
  type StoredDrive,
  type StoredFile,
  type StoredPermission,
} from './model.ts';
import { exportTypes } from './exports.ts';

const editors: Readonly<Record<string, string>> = {
  document: 'document',
  spreadsheet: 'spreadsheets',
  presentation: 'presentation',
};

/** The page of a file at Google's. */
function linkOf({ id, mimeType }: StoredFile): string {
  if (mimeType === folderType) return `https://drive.google.com/drive/folders/${id}`;
  const editor = editors[mimeType.split('.').at(-1)!];
  return editor ? `https://docs.google.com/${editor}/d/${id}/edit` : `https://drive.google.com/file/d/${id}/view`;
}

export const renderUser = (email: string, viewer: Viewer): Record<string, unknown> => {
  const account = accountBy(email);
  return {
    kind: 'drive#user',
    displayName: account?.name ?? personBy(email)?.name ?? email,
    me: viewer.account.email === email,
    permissionId: account?.id ?? email,
    emailAddress: email,
    ...(account && { photoLink: pictureOf(account.id) }),
  };
};

export const renderPermission = (right: StoredPermission): Record<string, unknown> => ({
  kind: 'drive#permission',
  id: right.id,
  type: right.type,
  role: right.role,
  ...(right.emailAddress && {
    emailAddress: right.emailAddress,
    displayName: personBy(right.emailAddress)?.name ?? right.emailAddress,
    deleted: false,
    pendingOwner: false,
  }),
  ...(right.domain && { domain: right.domain, displayName: right.domain }),
  ...(right.type === 'anyone' || right.type === 'domain'
    ? { allowFileDiscovery: right.allowFileDiscovery ?? false }
    : {}),
  ...(right.expirationTime && { expirationTime: right.expirationTime }),
});

export const renderDrive = (drive: StoredDrive): Record<string, unknown> => ({
  kind: 'drive#drive',
  id: drive.id,
  name: drive.name,
  colorRgb: '#16a765',
  createdTime: drive.createdTime,
  hidden: false,
});

/** Everything Google says of a file; what is answered is cut down to the fields asked for. */
export function renderFile(state: DriveState, file: StoredFile, viewer: Viewer): Record<string, unknown> {
  const { email } = viewer.account;
  const role = roleOf(state, file, email);
  const canEdit = atLeast(role, 'writer');
  const isFolder = file.mimeType === folderType;
  const extension = /\.(\w+)$/.exec(file.name)?.[1];
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description !== undefined && { description: file.description }),
    starred: file.starred.includes(email),
    trashed: isTrashed(state, file),
    explicitlyTrashed: file.trashed ?? false,
    ...(file.parent && { parents: [file.parent] }),
    ...(file.driveId
      ? { driveId: file.driveId, teamDriveId: file.driveId }
      : { owners: [renderUser(file.owner!, viewer)], ownedByMe: file.owner === email }),
    properties: file.properties,
    appProperties: file.byApp ? file.appProperties : {},
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: linkOf(file),
    iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    modifiedByMe: file.modifiedBy === email,
    lastModifyingUser: renderUser(file.modifiedBy, viewer),
    shared: file.permissions.length > 1 || file.driveId !== undefined,
    capabilities: {
      canAddChildren: isFolder && canEdit,
      canComment: atLeast(role, 'commenter'),
      canCopy: !isFolder,
      canDownload: !isFolder,
      canEdit,
      canListChildren: isFolder,
      canRename: canEdit,
      canShare: canEdit,
      canTrash: file.parent !== undefined && atLeast(role, file.driveId ? 'fileOrganizer' : 'owner'),
    },
    viewersCanCopyContent: true,
    writersCanShare: true,
    isAppAuthorized: file.byApp,
    ...(canEdit && !file.driveId && { permissions: file.permissions.map(renderPermission) }),
    ...(canEdit && { permissionIds: file.permissions.map(({ id }) => id) }),
    quotaBytesUsed: String(file.size ?? 0),
    ...(file.blob && {
      size: String(file.size),
      md5Checksum: file.md5,
      originalFilename: file.name,
      headRevisionId: `${file.id}-${file.version}`,
      webContentLink: `https://drive.google.com/uc?id=${file.id}&export=download`,
      ...(extension && { fileExtension: extension, fullFileExtension: extension }),
    }),
    ...(isEditorFile(file) && {
      exportLinks: Object.fromEntries(
        exportTypes(file.mimeType).map((type) => [
          type,
          `https://docs.google.com/feeds/download/documents/export/Export?id=${file.id}&exportFormat=${type.split(/[./]/).at(-1)!}`,
        ]),
      ),
    }),
  };
}

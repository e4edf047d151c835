export type Role = 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';

export interface StoredPermission {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  allowFileDiscovery?: boolean;
  expirationTime?: string;
}

export interface StoredFile {
  readonly id: string;
  name: string;
  mimeType: string;
  /** The folder it lies in; roots have none. */
  parent?: string;
  driveId?: string;
  /** Whose it is; what lies in a shared drive belongs to the drive. */
  owner?: string;
  readonly createdBy: string;
  modifiedBy: string;
  /** Name of the bytes in the store; editors' files have `text` instead. */
  blob?: string;
  size?: number;
  md5?: string;
  text?: string;
  createdTime: string;
  modifiedTime: string;
  trashed?: boolean;
  description?: string;
  /** Addresses of those who starred it. */
  starred: string[];
  /** True where an app of the project made it, so that `drive.file` is enough. */
  readonly byApp: boolean;
  appProperties: Record<string, string>;
  properties: Record<string, string>;
  permissions: StoredPermission[];
  version: number;
}

export interface StoredDrive {
  readonly id: string;
  name: string;
  readonly createdTime: string;
  /** Address to role. */
  readonly members: Readonly<Record<string, Role>>;
}

/** A resumable upload that is not finished, or was. */
export interface UploadSession {
  readonly accountId: string;
  readonly scopes: readonly string[];
  /** What the first request said of the file. */
  readonly metadata: unknown;
  /** The file whose content is replaced; a new one is made unless given. */
  readonly fileId?: string;
  readonly mediaType?: string;
  total?: number;
  /** Names of the bytes in the store, in order. */
  chunks: string[];
  received: number;
  readonly fields?: string;
  readonly supportsAllDrives: boolean;
  readonly beganAt: number;
  madeFileId?: string;
}

/** A mail of Google's that someone was let in. */
export interface ShareNotice {
  readonly at: string;
  readonly fileId: string;
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  readonly message?: string;
}

export interface DriveState {
  next: number;
  files: Record<string, StoredFile>;
  drives: Record<string, StoredDrive>;
  sessions: Record<string, UploadSession>;
  /** Ids given by `generateIds` and not yet used. */
  generated: string[];
  notices: ShareNotice[];
}

export const folderType = 'application/vnd.google-apps.folder';
const editors = 'application/vnd.google-apps.';
export const isEditorFile = ({ mimeType }: Pick<StoredFile, 'mimeType'>): boolean =>
  mimeType.startsWith(editors) && mimeType !== folderType;

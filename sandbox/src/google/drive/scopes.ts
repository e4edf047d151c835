const auth = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const list = (...names: string[]): string[] => names.map(auth);
const metadata = ['drive.metadata', 'drive.metadata.readonly', 'drive.photos.readonly', 'drive.readonly'];

/** Scopes by kind of method; any one of a list is enough. */
export const driveScopes = {
  about: list('drive', 'drive.appdata', 'drive.file', ...metadata),
  read: list('drive', 'drive.appdata', 'drive.file', 'drive.meet.readonly', ...metadata),
  copy: list('drive', 'drive.appdata', 'drive.file', 'drive.photos.readonly'),
  create: list('drive', 'drive.appdata', 'drive.file'),
  update: list('drive', 'drive.appdata', 'drive.file', 'drive.metadata', 'drive.scripts'),
  export: list('drive', 'drive.file', 'drive.meet.readonly', 'drive.readonly'),
  share: list('drive', 'drive.file'),
  permissionsRead: list('drive', 'drive.file', 'drive.meet.readonly', ...metadata),
  drives: list('drive', 'drive.readonly'),
  whole: list('drive'),
} as const;

/** Scopes whose tokens may read what is in files, not only what is known of them. */
export const contentScopes = list('drive', 'drive.readonly', 'drive.file', 'drive.appdata', 'drive.meet.readonly');
